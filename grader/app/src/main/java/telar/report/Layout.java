package telar.report;

import java.util.ArrayList;
import java.util.List;

/** Widths, padding and wrapping in cells of a terminal. */
final class Layout {

    private Layout() {}

    /** How many cells a text takes: none for combining marks, two for wide characters. */
    static int width(String text) {
        return text.codePoints().map(Layout::width).sum();
    }

    private static int width(int c) {
        if (Harmless.isCombining(c)) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The text, or its end after an ellipsis where it is too wide: names of threads of one pool differ only at their end. */
    static String end(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int from = 0;
        while (width(text.substring(from)) > width - 1) {
            from += Character.charCount(text.codePointAt(from));
        }
        return "…" + text.substring(from);
    }

    /** Breaks a text at its spaces, and inside a word only where the word is wider than a line; never empty. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            for (String rest = word; ; ) {
                String head = fitting(rest, width - width(line.toString()));
                line.append(head);
                if (head.length() == rest.length()) {
                    break;
                }
                rest = rest.substring(head.length());
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The longest beginning that fits, but at least one character. */
    private static String fitting(String text, int width) {
        int cells = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            cells += width(c);
            if (cells > width && i > 0) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }
}
