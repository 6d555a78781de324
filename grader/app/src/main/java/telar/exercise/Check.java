package telar.exercise;

import java.util.Optional;
import telar.wire.Expected;
import telar.wire.Property;
import telar.wire.TimeMode;

/**
 * One check of an exercise, hidden or visible, as its class file declares it.
 *
 * @param id the method's name, unique within the exercise
 * @param className binary name of the declaring class
 * @param property what it is about; empty for visible tests
 * @param points whole points; those of one exercise sum to 100
 * @param visible whether students see its source
 * @param time how time passes in it
 * @param schedules at most this many runs
 * @param expects what it is to come to
 * @param needs the id of a check that has to pass first
 */
public record Check(
        String id,
        String className,
        Optional<Property> property,
        int points,
        boolean visible,
        TimeMode time,
        int schedules,
        Expected expects,
        Optional<String> needs) {

    /** A check that is to hold, and needs no other one. */
    public Check(
            String id,
            String className,
            Optional<Property> property,
            int points,
            boolean visible,
            TimeMode time,
            int schedules) {
        this(id, className, property, points, visible, time, schedules, Expected.PASS, Optional.empty());
    }
}
