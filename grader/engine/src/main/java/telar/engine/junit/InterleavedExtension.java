package telar.engine.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import telar.engine.Explore;
import telar.engine.Schedule;

/** Runs a test method {@link Interleaved} instead of as JUnit would. The instance that JUnit made is not used. */
public final class InterleavedExtension implements InvocationInterceptor {
    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
        Interleaved options = context.getRequiredTestMethod().getAnnotation(Interleaved.class);
        Explore explore =
                TestMethods.explore(method.getTargetClass(), method.getExecutable())
                        .time(options.time())
                        .schedules(options.schedules())
                        .steps(options.steps())
                        .seed(options.seed());
        (options.replay().isEmpty() ? explore.run() : explore.replay(Schedule.parse(options.replay()))).orThrow();
    }
}
