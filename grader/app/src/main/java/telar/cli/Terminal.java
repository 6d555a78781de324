package telar.cli;

import java.io.Console;
import java.nio.charset.Charset;
import telar.report.View;

/** What standard output and standard error are connected to. */
final class Terminal {
    private Terminal() {}

    /** Whether a person looks at a terminal, as far as Java can tell. */
    static boolean interactive() {
        Console console = System.console();
        if (console == null || System.getenv("CI") != null) {
            return false;
        }
        try {
            // From Java 22 on there is a console even without a terminal, and it can be asked.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    static View view() {
        boolean colours =
                interactive() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new View(columns(), colours ? View.Colours.YES : View.Colours.NO, View.Signs.UNICODE).in(charset());
    }

    private static int columns() {
        try {
            return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "100"));
        } catch (NumberFormatException e) {
            return 100;
        }
    }

    static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }
}
