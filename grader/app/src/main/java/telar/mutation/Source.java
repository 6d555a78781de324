package telar.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** One source file as text and as a tree with types. For use by one thread. */
final class Source {
    private final String path;
    private final String text;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Types types;
    private final Elements elements;

    Source(String path, String text, CompilationUnitTree unit, JavacTask task) {
        this.path = path;
        this.text = text;
        this.unit = unit;
        this.trees = Trees.instance(task);
        this.types = task.getTypes();
        this.elements = task.getElements();
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    Trees trees() {
        return trees;
    }

    int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /** The whole word between two indexes, as an edit that replaces it. */
    Edit word(String word, int from, int to, String with) {
        Matcher matcher = Pattern.compile("\\b" + word + "\\b").matcher(text).region(from, to);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + word + " in " + text.substring(from, to));
        }
        return new Edit(matcher.start(), matcher.end(), with);
    }

    /** Whether the type is the named class, or extends or implements it. */
    boolean is(TypeMirror type, String name) {
        TypeElement named = elements.getTypeElement(name);
        return named != null && types.isSubtype(types.erasure(type), types.erasure(named.asType()));
    }

    int line(int position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
