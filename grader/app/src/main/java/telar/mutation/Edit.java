package telar.mutation;

import java.util.Comparator;
import java.util.List;

/**
 * What replaces a piece of a source text.
 *
 * @param from index of its first character
 * @param to index behind its last character; equal to {@code from} where something is only put in
 * @param text what stands there afterwards
 */
record Edit(int from, int to, String text) {

    /** The text after all of the edits, which do not overlap. */
    static String apply(List<Edit> edits, String source) {
        StringBuilder changed = new StringBuilder(source);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).reversed())
                .forEach(edit -> changed.replace(edit.from, edit.to, edit.text));
        return changed.toString();
    }
}
