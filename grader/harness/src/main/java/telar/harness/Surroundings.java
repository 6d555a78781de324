package telar.harness;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * What programs of this JVM share and may change without the engine's doing: taken down before the first of them, put back before
 * each plan. For use by one thread, between plans.
 */
final class Surroundings {
    private final PrintStream out;
    private final PrintStream err;
    private final Properties properties;
    private final Locale locale;
    private final TimeZone zone;

    private Surroundings(PrintStream out, PrintStream err, Properties properties, Locale locale, TimeZone zone) {
        this.out = out;
        this.err = err;
        this.properties = properties;
        this.locale = locale;
        this.zone = zone;
    }

    static Surroundings now() {
        return new Surroundings(System.out, System.err, copy(System.getProperties()), Locale.getDefault(), TimeZone.getDefault());
    }

    void restore() {
        System.setOut(CappedStream.over(out));
        System.setErr(CappedStream.over(err));
        System.setProperties(copy(properties));
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}
