package telar.check.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import telar.check.Check;
import telar.engine.Exploration;
import telar.engine.Exploration.Failed;
import telar.engine.Exploration.NotJudged;
import telar.engine.Explore;
import telar.engine.Time;
import telar.scenario.CheckClass;
import telar.scenario.ControlledClasses;
import telar.scenario.InterleavingText;
import telar.wire.Expected;
import telar.wire.TimeMode;

/**
 * Makes JUnit run a check under the engine, over the project's own class path: what lies in folders is controlled, what lies in
 * jars is not. The methods before and after a check run inside the exploration, once a schedule; the instance that JUnit made is
 * not used. Checks in real time run as plain tests, in a thread group of their own.
 */
public final class CheckExtension implements InvocationInterceptor {
    private static final int SCHEDULES = 2_000;

    /** A net for code that hangs. */
    private static final long REAL_CAP_MILLIS = 60_000;

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedInRealTime(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedInRealTime(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Check check = check(context);
        if (check.time() == TimeMode.REAL) {
            inItsOwnGroup(invocation);
            return;
        }
        invocation.skip();
        Exploration exploration = explore(method.getTargetClass(), method.getExecutable(), check);
        if (check.expects() == Expected.FAILURE && exploration.passed()) {
            throw new AssertionError("This should break in some interleaving, and none of " + exploration.schedules() + " did.");
        } else if (check.expects() == Expected.PASS || !exploration.failed()) {
            throwIfBroken(exploration);
        }
    }

    private static Exploration explore(Class<?> type, Method method, Check check) {
        ControlledClasses classes = ControlledClasses.notInJars(type.getClassLoader());
        return Explore.of(
                        classes.program(), CheckClass.read(type.getName(), classes::bytes).scenario(method.getName()))
                .time(check.time() == TimeMode.ADVERSARIAL ? Time.ADVERSARIAL : Time.IDEAL)
                .schedules(check.schedules() == 0 ? SCHEDULES : check.schedules())
                .run();
    }

    private static void throwIfBroken(Exploration exploration) {
        if (exploration.result() instanceof Failed failed) {
            Throwable cause = failed.counterexample().failure().error().orElse(null);
            throw new AssertionError(InterleavingText.of(failed.counterexample()), cause);
        }
        if (exploration.result() instanceof NotJudged notJudged) {
            throw new IllegalStateException("The engine could not judge this check: " + notJudged.reason());
        }
    }

    private static void proceedInRealTime(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (check(context).time() == TimeMode.REAL) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    private static void inItsOwnGroup(Invocation<Void> invocation) throws Throwable {
        Throwable[] thrown = new Throwable[1];
        Runnable body =
                () -> {
                    try {
                        invocation.proceed();
                    } catch (Throwable t) {
                        thrown[0] = t; // read only after the join below, which orders it
                    }
                };
        Thread thread = new Thread(new ThreadGroup("check"), body, Thread.currentThread().getName());
        thread.start();
        thread.join(REAL_CAP_MILLIS);
        if (thread.isAlive()) {
            thread.interrupt();
            throw new AssertionError("This was still running after " + REAL_CAP_MILLIS / 1_000 + " seconds.");
        }
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }

    private static Check check(ExtensionContext context) {
        return Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(Check.class)).orElseThrow();
    }
}
