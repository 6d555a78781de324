package anybody;

// tag::counter
class LikeCounter {
    private int likes;

    synchronized void like() {
        likes++;
    }

    synchronized int likes() {
        return likes;
    }
}
// end::counter
