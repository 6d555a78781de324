package telar.report;

import java.util.List;
import telar.score.Score;

/** Lines of a terminal: wrapped to its width, painted if it has colours, in signs that it can show. */
final class TerminalPage {

    /** Where what belongs to a check begins. */
    static final String INDENT = "      ";

    private static final int BAR = 20;

    private final View view;
    private final StringBuilder out = new StringBuilder();

    TerminalPage(View view) {
        this.view = view;
    }

    int columns() {
        return view.columns();
    }

    /** A line as it stands. */
    void line(String line) {
        out.append(line).append('\n');
    }

    /** Wraps; the text before the first line is spaces before all others. */
    void paragraph(String before, String text, Paint paint) {
        String margin = before;
        for (String line : Layout.wrap(text, columns() - Layout.width(before))) {
            String blank = margin.substring(0, margin.length() - margin.stripLeading().length());
            out.append(blank).append(paint(paint, margin.substring(blank.length()) + line)).append('\n');
            margin = " ".repeat(Layout.width(before));
        }
    }

    /** A line with its own spaces where it fits, wrapped where it does not. */
    void verbatim(String before, String text, Paint paint) {
        String own = text.substring(0, text.length() - text.stripLeading().length());
        if (Layout.width(before) + Layout.width(text) <= columns()) {
            String blank = before.substring(0, before.length() - before.stripLeading().length());
            line(blank + paint(paint, before.substring(blank.length()) + text));
        } else {
            paragraph(before + own.substring(0, Math.min(own.length(), columns() / 2)), text, paint);
        }
    }

    /** A title at the left, a bar and its figures at the right; in two lines where the title is too long for one. */
    void scored(String title, Score score, String figures, Paint paint) {
        int filled = score.possible() == 0 ? 0 : (int) ((long) BAR * score.earned() / score.possible());
        String bar = paint(paint, "█".repeat(filled) + "░".repeat(BAR - filled)) + "  " + figures;
        int room = columns() - BAR - 2 - Layout.width(figures);
        List<String> lines = Layout.wrap(title, columns());
        String last = lines.get(lines.size() - 1);
        lines.subList(0, lines.size() - 1).forEach(line -> line(paint(Paint.BOLD, line)));
        if (Layout.width(last) + 2 <= room) {
            line(paint(Paint.BOLD, last) + " ".repeat(room - Layout.width(last)) + bar);
        } else {
            line(paint(Paint.BOLD, last));
            line(" ".repeat(room) + bar);
        }
    }

    /** A label at the left, in a column of the given width, and its text beside it. */
    void labelled(String label, String text, int width) {
        String before = INDENT + paint(Paint.BOLD, Layout.pad(label, width)) + "  ";
        for (String line : Layout.wrap(text, columns() - INDENT.length() - width - 2)) {
            out.append(before).append(line).append('\n');
            before = INDENT + " ".repeat(width + 2);
        }
    }

    String paint(Paint paint, String text) {
        return view.colours() == View.Colours.NO || paint == Paint.NONE ? text : "\u001b[" + paint.code + "m" + text + "\u001b[0m";
    }

    /** The whole text. Wrapping may have put a workflow command at the beginning of a line, so that is looked at once more. */
    String text() {
        String text = Harmless.withoutCommands(out.toString()).replaceAll("\n{3,}", "\n\n");
        return view.signs() == View.Signs.ASCII ? ascii(text) : text;
    }

    /** Signs that every terminal has; letters stay, since the accents of a language are in every encoding that it is written in. */
    private static String ascii(String text) {
        return text.replace('✔', '+')
                .replace('✘', 'x')
                .replace('○', '-')
                .replace('█', '#')
                .replace('░', '.')
                .replace('─', '-')
                .replace('│', '|')
                .replace('·', '-')
                .replace('\u00a0', ' ')
                .replace('\ufffd', '?')
                .replace("…", "...");
    }

    enum Paint {
        NONE(""),
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
