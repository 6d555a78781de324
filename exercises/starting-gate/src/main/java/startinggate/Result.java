package startinggate;

import java.time.Duration;

/**
 * How a race went. Given: nothing to change here.
 *
 * @param home how many runners came home
 * @param fell how many fell on the way
 * @param time from the gun until the last one had ended, home or fallen
 */
public record Result(int home, int fell, Duration time) {}
