package telar.check;

import java.time.Duration;

/** A duration as a reader would say it: {@code 250 ms}, {@code 1.5 seconds}, {@code 2 minutes}. */
final class TimeInWords {
    private TimeInWords() {}

    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (duration.isNegative()) {
            return "-" + of(duration.negated());
        }
        if (duration.toNanos() % 1_000_000 != 0) {
            return decimal(duration.toNanos(), 1_000_000) + " ms";
        }
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis % 60_000 == 0) {
            return millis == 60_000 ? "1 minute" : millis / 60_000 + " minutes";
        }
        return millis == 1_000 ? "1 second" : decimal(millis, 1_000) + " seconds";
    }

    private static String decimal(long value, long unit) {
        if (value % unit == 0) {
            return Long.toString(value / unit);
        }
        String fraction = Long.toString(unit + value % unit).substring(1);
        return value / unit + "." + fraction.replaceAll("0+$", "");
    }
}
