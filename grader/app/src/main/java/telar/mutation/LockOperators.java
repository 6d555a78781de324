package telar.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Explicit locks and what is given back in a {@code finally}: RFU and ELPA of the literature, SPCR and RSB for locks that are objects. */
final class LockOperators extends Operators {
    private static final String LOCK = "java.util.concurrent.locks.Lock";
    private static final String READ_WRITE_LOCK = "java.util.concurrent.locks.ReadWriteLock";
    private static final String SEMAPHORE = "java.util.concurrent.Semaphore";

    /** Receiver to the edits that drop its calls of lock and unlock, in the method that is being scanned. */
    private Map<String, List<Edit>> pairs = new LinkedHashMap<>();

    LockOperators(Source source, Consumer<Candidate> found) {
        super(source, found);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        Map<String, List<Edit>> outer = pairs;
        pairs = new LinkedHashMap<>();
        super.visitMethod(method, nothing);
        pairs.values().stream()
                .filter(edits -> edits.size() > 1)
                .forEach(edits -> propose("drop-lock", edits.toArray(Edit[]::new)));
        pairs = outer;
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        called(tree).ifPresent(call -> {
            boolean locks = of(call, LOCK) && List.of("lock", "lockInterruptibly", "unlock").contains(call.name());
            boolean permits = of(call, SEMAPHORE) && List.of("acquire", "acquireUninterruptibly", "release").contains(call.name());
            if (locks || permits) {
                statement(call, "").ifPresent(edit -> pairs.computeIfAbsent(receiver(call), r -> new ArrayList<>()).add(edit));
            }
            if (of(call, READ_WRITE_LOCK) && call.name().equals("writeLock")) {
                propose("read-lock-for-write-lock", renamed(call, "readLock"));
            }
        });
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitBlock(BlockTree block, Void nothing) {
        List<? extends StatementTree> statements = block.getStatements();
        for (int i = 0; i + 1 < statements.size(); i++) {
            Optional<Call> first = callIn(statements.get(i)).filter(call -> of(call, LOCK) && call.name().equals("lock"));
            Optional<Call> second = callIn(statements.get(i + 1)).filter(call -> of(call, LOCK) && call.name().equals("lock"));
            if (first.isPresent() && second.isPresent()) {
                propose(
                        "swap-lock-order",
                        new Edit(source.start(statements.get(i)), source.end(statements.get(i)), source.text(statements.get(i + 1))),
                        new Edit(source.start(statements.get(i + 1)), source.end(statements.get(i + 1)), source.text(statements.get(i))));
            }
            if (first.isPresent() && statements.get(i + 1) instanceof TryTree held) {
                split(first.get(), held);
            }
        }
        return super.visitBlock(block, nothing);
    }

    private void split(Call lock, TryTree held) {
        List<? extends StatementTree> statements = held.getBlock().getStatements();
        for (int i = 1; i < statements.size(); i++) {
            int at = source.end(statements.get(i - 1));
            propose("split-critical-region", new Edit(at, at, " " + receiver(lock) + ".unlock(); " + source.text(lock.call()) + "; "));
        }
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
        if (tree.getFinallyBlock() != null && tree.getResources().isEmpty() && calls(tree.getFinallyBlock())) {
            outOfFinally(tree);
        }
        return super.visitTry(tree, nothing);
    }

    /** What stood in {@code finally} comes after the block, and before its last return: an exception passes it by. */
    private void outOfFinally(TryTree tree) {
        String rest = inside(tree.getFinallyBlock()).strip();
        List<? extends StatementTree> statements = tree.getBlock().getStatements();
        String body = inside(tree.getBlock());
        String after = " " + rest;
        if (!statements.isEmpty() && statements.get(statements.size() - 1) instanceof ReturnTree last) {
            String before = text(statements.subList(0, statements.size() - 1));
            body = last.getExpression() == null
                    ? before + " " + rest + " return;"
                    : before + " var result = " + source.text(last.getExpression()) + "; " + rest + " return result;";
            after = "";
        }
        String changed;
        if (tree.getCatches().isEmpty()) {
            changed = "{ " + body + after + " }";
        } else {
            int from = source.start(tree.getCatches().get(0));
            int to = source.end(tree.getCatches().get(tree.getCatches().size() - 1));
            changed = "try { " + body + " } " + source.text().substring(from, to) + after;
        }
        propose("out-of-finally", new Edit(source.start(tree), source.end(tree), changed));
    }

    private static boolean calls(BlockTree block) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                found[0] = true;
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(block, null);
        return found[0];
    }
}
