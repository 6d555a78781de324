package telar.engine.search;

import telar.engine.runtime.Location;
import telar.engine.runtime.Step;

/**
 * What the next step of a sleeping thread would touch. Locations known when the branch began are compared by number, which means
 * the same in every continuation; later ones by name, which is conservative.
 */
final class Footprint {
    final int thread;
    private final int known;
    private final int[] numbers;
    private final String[] names;
    private final byte[] kinds;

    Footprint(Step step) {
        thread = step.thread();
        known = step.knownLocations();
        int n = step.accesses();
        numbers = new int[n];
        names = new String[n];
        kinds = new byte[n];
        for (int i = 0; i < n; i++) {
            Location location = step.location(i);
            numbers[i] = location.number() < known ? location.number() : -1;
            names[i] = location.name();
            kinds[i] = step.kind(i);
        }
    }

    /** Whether the step may not be swapped with this footprint's. */
    boolean dependsOn(Step step) {
        if (step.thread() == thread || step.barrier()) {
            return true;
        }
        for (int y = 0; y < step.accesses(); y++) {
            Location location = step.location(y);
            boolean reads = Step.readOnly(step.kind(y));
            boolean old = location.number() >= 0 && location.number() < known;
            for (int x = 0; x < numbers.length; x++) {
                if (reads && Step.readOnly(kinds[x])) {
                    continue;
                }
                if (old ? numbers[x] == location.number() : numbers[x] < 0 && names[x].equals(location.name())) {
                    return true;
                }
            }
        }
        return false;
    }
}
