package likecounter;

import java.util.Map;

/**
 * The likes of a post at one moment. Given: nothing to change here.
 *
 * @param total the likes of all networks together
 * @param byNetwork the likes of each network; a network without likes may be missing or be 0
 */
public record Likes(int total, Map<Network, Integer> byNetwork) {}
