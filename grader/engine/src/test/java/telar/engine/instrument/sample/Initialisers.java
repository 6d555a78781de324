package telar.engine.instrument.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Classes with static initialisers, and what of them matters to a run. */
public final class Initialisers {
    private Initialisers() {}

    /** Nobody can change what it makes. */
    public static final class Constants {
        static final Duration LONG = Duration.ofHours(2);
        static final Runnable NOTHING = () -> {};
        static final Integer BOXED = 1_000;

        private Constants() {}
    }

    /** An array can be changed. */
    public static final class AnArray {
        static final int[] PRIMES = {2, 3, 5};

        private AnArray() {}
    }

    public static final class AnObject {
        static final List<String> NAMES = new ArrayList<>();

        private AnObject() {}
    }

    /** Its value would have to be made again. */
    public static final class AVariable {
        static Duration patience = Duration.ofSeconds(1);

        private AVariable() {}
    }

    /** A call that does more than make a value of its arguments. */
    public static final class ACall {
        static final long LOADED_AT = System.nanoTime();

        private ACall() {}
    }

    /** It does something besides. */
    public static final class AnEffect {
        static final Duration LONG = Duration.ofHours(2);

        static {
            AVariable.patience = LONG;
        }

        private AnEffect() {}
    }

    public enum Plain {
        HOT("red"),
        COLD("blue") {
            @Override
            String colour() {
                return "icy " + super.colour();
            }
        };

        private final String colour;

        Plain(String colour) {
            this.colour = colour;
        }

        String colour() {
            return colour;
        }
    }

    public enum Counting {
        ONE;

        private static final AtomicInteger MADE = new AtomicInteger();
    }

    public enum Registering {
        ONE;

        Registering() {
            AVariable.patience = null;
        }
    }

    /** The compiler makes a class for it that maps constants to cases. */
    public static int switching(TimeUnit unit) {
        return switch (unit) {
            case DAYS -> 1;
            case HOURS -> 2;
            default -> 3;
        };
    }
}
