package telar.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** A family of operators: goes through a source file and proposes changes. */
abstract class Operators extends TreePathScanner<Void, Void> {
    final Source source;
    private final Consumer<Candidate> found;

    Operators(Source source, Consumer<Candidate> found) {
        this.source = source;
        this.found = found;
    }

    final void scan() {
        scan(source.unit(), null);
    }

    /** Proposes a change at the place where the scanner is. */
    final void propose(String operator, Edit... edits) {
        found.accept(new Candidate(operator, place(), Arrays.asList(edits)));
    }

    /** Class and method or field, as in {@code Account.pay}, {@code Bank.Account.new} or {@code Account.balance}. */
    private String place() {
        Deque<String> names = new ArrayDeque<>();
        String member = "";
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            boolean ofClass = path.getParentPath() != null && path.getParentPath().getLeaf() instanceof ClassTree;
            if (tree instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                names.push(type.getSimpleName().toString());
            } else if (tree instanceof MethodTree method) {
                member = method.getName().contentEquals("<init>") ? "new" : method.getName().toString();
            } else if (tree instanceof VariableTree field && ofClass) {
                member = field.getName().toString();
            }
        }
        return String.join(".", names) + (member.isEmpty() ? "" : "." + member);
    }

    // ---- calls

    /**
     * A call of a method whose class is known.
     *
     * @param call the tree
     * @param method what is called
     */
    record Call(MethodInvocationTree call, ExecutableElement method) {
        String name() {
            return method.getSimpleName().toString();
        }

        List<? extends ExpressionTree> arguments() {
            return call.getArguments();
        }
    }

    final Optional<Call> called(MethodInvocationTree call) {
        return called(call, getCurrentPath());
    }

    final Optional<Call> called(MethodInvocationTree call, TreePath path) {
        Element element = source.trees().getElement(new TreePath(path, call.getMethodSelect()));
        return element instanceof ExecutableElement method ? Optional.of(new Call(call, method)) : Optional.empty();
    }

    /** Whether the method is of the named class or of one that extends or implements it; of Object only if Object declares it. */
    final boolean of(Call call, String className) {
        if (className.equals("java.lang.Object")) {
            return call.method().getEnclosingElement().toString().equals(className);
        }
        return source.is(call.method().getEnclosingElement().asType(), className);
    }

    /** What the method is called on, as text; {@code this} where nothing is said. */
    final String receiver(Call call) {
        return call.call().getMethodSelect() instanceof MemberSelectTree select ? source.text(select.getExpression()) : "this";
    }

    /** The same call of a method with another name. */
    final Edit renamed(Call call, String name) {
        ExpressionTree select = call.call().getMethodSelect();
        int from = select instanceof MemberSelectTree member ? source.end(member.getExpression()) : source.start(select);
        return source.word(call.name(), from, source.end(select), name);
    }

    /** The call as a statement, or as the body of a lambda, where it can be left out; empty where its value is used. */
    final Optional<Edit> statement(Call call, String instead) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        if (parent instanceof ExpressionStatementTree statement) {
            return Optional.of(new Edit(source.start(statement), source.end(statement), instead.isEmpty() ? ";" : instead));
        }
        if (parent instanceof LambdaExpressionTree lambda && lambda.getBody() == call.call()) {
            return Optional.of(new Edit(source.start(lambda.getBody()), source.end(lambda.getBody()), "{ " + instead + " }"));
        }
        return Optional.empty();
    }

    /** The call that a statement consists of. */
    final Optional<Call> callIn(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof MethodInvocationTree call
                ? called(call, new TreePath(new TreePath(getCurrentPath(), statement), call))
                : Optional.empty();
    }

    // ---- statements and members

    /** Puts a method at the end of the outermost class. */
    final Edit atTheEnd(String method) {
        Tree outermost = null;
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            outermost = path.getLeaf() instanceof ClassTree type ? type : outermost;
        }
        int end = source.end(outermost) - 1;
        return new Edit(end, end, method + " ");
    }

    /** The statements of a block as text, without its braces. */
    final String inside(BlockTree block) {
        return source.text().substring(source.start(block) + 1, source.end(block) - 1);
    }

    final String text(List<? extends StatementTree> statements) {
        return statements.isEmpty()
                ? ""
                : source.text().substring(source.start(statements.get(0)), source.end(statements.get(statements.size() - 1)));
    }
}
