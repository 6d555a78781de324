package telar.engine.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import telar.engine.Explore;
import telar.engine.Time;

/**
 * A JUnit 5 test that runs under the engine, in every interleaving that the search tries. The method has no parameters; its
 * {@code @BeforeEach} and {@code @AfterEach} methods run inside the exploration, once a schedule, on a fresh instance.
 *
 * <p>The engine controls the classes that the class loader finds in folders, which are the project's own; classes in jars run as
 * they are. The JVM needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
@Test
@ExtendWith(InterleavedExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Interleaved {
    /** How sleepers wake, see {@link Explore#time}. */
    Time time() default Time.IDEAL;

    /** At most this many runs, see {@link Explore#schedules}. */
    int schedules() default Explore.SCHEDULES;

    /** At most this many steps in a run, see {@link Explore#steps}. */
    int steps() default Explore.STEPS;

    /** The seed of samples and of random numbers, see {@link Explore#seed}. */
    long seed() default Explore.SEED;

    /** A schedule from an earlier failure, to make that one run again instead of searching; empty for none. */
    String replay() default "";
}
