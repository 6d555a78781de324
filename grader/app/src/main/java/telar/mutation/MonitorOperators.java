package telar.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** {@code synchronized} and {@code volatile}: RSK, RSB, MSP, SPCR, SKCR, SHCR and RVK of the literature, and the order of two locks. */
final class MonitorOperators extends Operators {

    MonitorOperators(Source source, Consumer<Candidate> found) {
        super(source, found);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        dropped(method.getModifiers(), Modifier.SYNCHRONIZED, "drop-synchronized");
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
            dropped(field.getModifiers(), Modifier.VOLATILE, "drop-volatile");
        }
        return super.visitVariable(field, nothing);
    }

    private void dropped(ModifiersTree modifiers, Modifier modifier, String operator) {
        if (modifiers.getFlags().contains(modifier)) {
            propose(operator, source.word(modifier.toString(), source.start(modifiers), source.end(modifiers), ""));
        }
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void nothing) {
        BlockTree block = tree.getBlock();
        propose("drop-synchronized", new Edit(source.start(tree), source.start(block), ""));
        exchanged(tree);
        String head = source.text().substring(source.start(tree), source.start(block));
        List<? extends StatementTree> statements = block.getStatements();
        for (int i = 1; i < statements.size(); i++) {
            int at = source.end(statements.get(i - 1));
            propose("split-critical-region", new Edit(at, at, " } " + head + "{ "));
        }
        if (statements.size() > 1) {
            int last = statements.size() - 1;
            propose("shrink-critical-region", whole(tree, text(statements.subList(0, 1)) + " " + head + "{ "
                    + text(statements.subList(1, last + 1)) + " }"));
            propose("shrink-critical-region", whole(tree, head + "{ " + text(statements.subList(0, last)) + " } "
                    + text(statements.subList(last, last + 1))));
        }
        shifted(tree, head, statements);
        if (statements.size() == 1 && statements.get(0) instanceof SynchronizedTree inner) {
            propose(
                    "swap-lock-order",
                    new Edit(source.start(tree.getExpression()), source.end(tree.getExpression()), source.text(inner.getExpression())),
                    new Edit(source.start(inner.getExpression()), source.end(inner.getExpression()), source.text(tree.getExpression())));
        }
        return super.visitSynchronized(tree, nothing);
    }

    /** Another lock than the others take: the object itself, or, where that is the lock, one that nobody else has. */
    private void exchanged(SynchronizedTree tree) {
        String lock = source.text(tree.getExpression());
        String other = lock.equals("(this)") || inStaticMethod() ? "(new Object())" : "(this)";
        propose("exchange-lock", new Edit(source.start(tree.getExpression()), source.end(tree.getExpression()), other));
    }

    private boolean inStaticMethod() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method) {
                return method.getModifiers().getFlags().contains(Modifier.STATIC);
            }
        }
        return false;
    }

    /** The region begins and ends one statement later. */
    private void shifted(SynchronizedTree tree, String head, List<? extends StatementTree> statements) {
        if (!statements.isEmpty() && getCurrentPath().getParentPath().getLeaf() instanceof BlockTree around) {
            int next = around.getStatements().indexOf(tree) + 1;
            if (next < around.getStatements().size()) {
                StatementTree following = around.getStatements().get(next);
                String changed = text(statements.subList(0, 1)) + " " + head + "{ " + text(statements.subList(1, statements.size())) + " "
                        + source.text(following) + " }";
                propose("shift-critical-region", new Edit(source.start(tree), source.end(following), changed));
            }
        }
    }

    private Edit whole(SynchronizedTree tree, String text) {
        return new Edit(source.start(tree), source.end(tree), text);
    }
}
