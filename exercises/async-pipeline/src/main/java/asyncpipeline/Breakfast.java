package asyncpipeline;

/**
 * What a guest gets. Given: nothing to change here.
 *
 * @param drink coffee, or {@link #WATER} if the coffee took too long
 * @param bread the toast
 */
public record Breakfast(String drink, String bread) {

    /** What is drunk when the coffee takes too long. */
    public static final String WATER = "water";
}
