package telar.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body that some schedule breaks, in this way. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Wrong {
    Failure.Kind value();

    Time time() default Time.IDEAL;

    /** How many runs the engine may make. */
    int schedules() default 400;

    /** How many steps a run may take. */
    int steps() default 20_000;

    /** Takes tens of seconds, because every run leaves fork-join workers and loads the JDK's copies again. */
    boolean slow() default false;
}
