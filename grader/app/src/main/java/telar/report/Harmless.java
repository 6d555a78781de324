package telar.report;

/**
 * Text of a submission, of its JVM or of its compiler, without anything that a terminal, a log or a reader's eye could take for
 * more than text. What is dangerous becomes U+FFFD and stays visible; it does not vanish, so that nobody is misled by what is
 * left.
 *
 * <p>Replaced: control characters (also those of C1, which some terminals obey), format characters (bidi overrides, zero-width
 * ones), line and paragraph separators, halves of surrogate pairs, non-characters, and all but the first few of a heap of
 * combining marks. A line that begins with {@code ::}, or holds {@code ##[}, is cut apart, since GitHub's runner would obey it
 * wherever a log shows it.
 */
final class Harmless {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_NAME = 80;
    private static final int COMBINING_MARKS = 3;
    private static final char REPLACEMENT = '\ufffd';

    private Harmless() {}

    /** Text of any number of lines, each ending in a line feed but the last. */
    static String lines(String text) {
        return withoutCommands(characters(text, LONGEST_TEXT)).strip();
    }

    /** Text in one line. */
    static String line(String text) {
        return line(text, LONGEST_LINE);
    }

    /** A name of a thread, a file: in one line, and short. */
    static String name(String text) {
        return line(text, LONGEST_NAME);
    }

    private static String line(String text, int longest) {
        return withoutCommands(characters(text, longest).strip().replaceAll("\\s*\\n\\s*", " "));
    }

    private static String characters(String text, int longest) {
        String normal = text.replace("\r\n", "\n");
        StringBuilder harmless = new StringBuilder(Math.min(normal.length(), longest) + 1);
        int marks = 0;
        int length = 0;
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            marks = isCombining(c) ? marks + 1 : 0;
            if (marks > COMBINING_MARKS) {
                continue;
            }
            if (++length > longest) {
                return harmless.append('…').toString();
            }
            harmless.appendCodePoint(c == '\n' ? c : c == '\t' ? ' ' : isDangerous(c) ? REPLACEMENT : c);
        }
        return harmless.toString();
    }

    private static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
        };
    }

    static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Cuts apart what GitHub's runner takes for a workflow command; to be asked again after lines have been wrapped. */
    static String withoutCommands(String text) {
        return text.indexOf("::") < 0 && text.indexOf("##[") < 0
                ? text
                : text.replaceAll("(?m)^([\\p{Zs}]*):(?=:)", "$1: ").replace("##[", "# #[");
    }
}
