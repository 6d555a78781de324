package likecounter;

/** A social network on which the post can be liked. Given: nothing to change here. */
public enum Network {
    FACEBOOK,
    INSTAGRAM
}
