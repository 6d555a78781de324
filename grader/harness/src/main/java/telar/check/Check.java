package telar.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import telar.check.junit.CheckExtension;
import telar.wire.Expected;
import telar.wire.Property;
import telar.wire.TimeMode;

/**
 * A hidden check: one JUnit 5 test, one sentence, whole points. The method has no parameters; its name is the check's id,
 * unique within the exercise. It runs under the engine, in every interleaving that the search tries, unless {@link #time} is
 * {@link TimeMode#REAL}; so it does when an IDE or Surefire runs it.
 */
@Test
@ExtendWith(CheckExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {
    /** Whole points; those of one exercise sum to 100. */
    int points();

    Property property();

    TimeMode time() default TimeMode.IDEAL;

    /** At most this many runs; 0 for the exercise's budget. */
    int schedules() default 0;

    /** Whether the check is to hold or to break; the latter where the submission itself is a test. Under the engine only. */
    Expected expects() default Expected.PASS;

    /** The id of another check of the exercise that has to pass first; otherwise this one is skipped and earns nothing. */
    String needs() default "";
}
