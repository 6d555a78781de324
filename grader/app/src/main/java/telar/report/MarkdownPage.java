package telar.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * A page of GitHub's Markdown that never grows beyond a limit. What is added is a whole row, paragraph or heading; the first
 * one that does not fit, and all after it, are left out, open folds are closed, and one line says that the page was cut.
 */
final class MarkdownPage {

    /** GitHub drops a job summary of more than 1 MiB; a few bytes are left for whatever the workflow adds itself. */
    static final int LIMIT = 1024 * 1024 - 4096;

    /** What could begin markup somewhere inside a line. Punctuation that can do so only at its beginning never stands there. */
    private static final String MARKUP = "&<>\"`*_~[]|\\#@!:$^{}";

    /**
     * What GitHub turns into a link even when it is written with entities, since it looks for links in the text that they stand
     * for. A comment between two characters keeps them apart there, and nobody sees it.
     */
    private static final Pattern LINK = Pattern.compile("(?i)(?<=www)\\.|(?<=&#58;)(?=//)|(?=&#64;)");

    private static final String COMMENT = "<!-- -->";

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> tails = new ArrayDeque<>();
    private final int limit;
    private final String notice;
    private int bytes;
    private boolean cut;

    MarkdownPage(int limit, String notice) {
        this.limit = limit;
        this.notice = notice;
    }

    /** Adds the text, or cuts the page before it. */
    void add(String text) {
        int reserved = size(notice) + tails.stream().mapToInt(MarkdownPage::size).sum();
        if (cut || bytes + size(text) + reserved > limit) {
            cut = true;
            return;
        }
        append(text);
    }

    /** Begins a fold, which ends with the given tail whatever happens in it. */
    void open(String text, String tail) {
        tails.push(tail);
        add(text);
        if (cut) {
            tails.pop();
            tails.push(""); // the fold never began, so nothing is to be ended
        }
    }

    void close() {
        String tail = tails.pop();
        if (!tail.isEmpty()) {
            append(tail); // room was kept for it
        }
    }

    String text() {
        if (cut) {
            append(notice);
            cut = false;
        }
        return out.toString();
    }

    private void append(String text) {
        out.append(text);
        bytes += size(text);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Text that shows as it stands: what could begin markup becomes a numeric entity, which Markdown never takes for structure.
     * Line feeds become breaks, so that the text stays in its table cell.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            if (c == '\n') {
                escaped.append("<br>");
            } else if (MARKUP.indexOf(c) >= 0) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return LINK.matcher(escaped).replaceAll(match -> COMMENT + match.group());
    }

    /** Text of a submission: escaped, and inside a code element, where GitHub makes no links, mentions or emoji of it. */
    static String foreign(String text) {
        return text.isEmpty() ? "" : "<code>" + escaped(text) + "</code>";
    }
}
