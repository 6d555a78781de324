package telar.report;

import java.nio.charset.Charset;

/**
 * What the place can show that a report goes to; only the terminal format asks.
 *
 * @param columns width in characters
 * @param colours whether it understands colours
 * @param signs which signs it can show
 */
public record View(int columns, Colours colours, Signs signs) {

    /** Narrower than this nothing is readable, wider lines are hard to follow. */
    private static final int NARROWEST = 60;

    private static final int WIDEST = 160;

    public View {
        columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** Whether the report may be coloured. Colour never says anything alone. */
    public enum Colours {
        YES,
        NO
    }

    /** Which signs the report may use. */
    public enum Signs {
        UNICODE,
        ASCII
    }

    /** A file or a log: 100 columns, no colours, all signs. */
    public static View plain() {
        return new View(100, Colours.NO, Signs.UNICODE);
    }

    /** The same, with the signs that the given encoding can show. */
    public View in(Charset charset) {
        boolean all = charset.canEncode() && charset.newEncoder().canEncode("✔✘○█░─│·…");
        return new View(columns, colours, all ? Signs.UNICODE : Signs.ASCII);
    }
}
