package telar.engine.scenario;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import telar.engine.Explore.Body;
import telar.engine.Scenario;

/**
 * Finds the method behind a body, so that the engine can load its class again and call it there.
 *
 * <p>A body is serializable, which makes the compiler keep the name of the method that a lambda expression became, and what it
 * captured. Captured numbers and strings are handed to every run. Other captured objects were made outside, with classes that the
 * engine does not control, and all runs would share them: they are refused.
 */
public final class BodyAsScenario {
    private static final Set<Class<?>> VALUES =
            Set.of(
                    Boolean.class, Byte.class, Short.class, Character.class, Integer.class, Long.class, Float.class, Double.class,
                    String.class);

    private BodyAsScenario() {}

    /**
     * The scenario that the body is.
     *
     * @throws IllegalArgumentException if it captures what it may not, or is not a lambda expression, a method reference or an
     *     object of a class with a constructor without parameters; the message says what to change
     */
    public static Scenario of(Body body) {
        SerializedLambda lambda = lambda(body);
        return lambda == null ? ofObject(body) : ofLambda(lambda);
    }

    private static SerializedLambda lambda(Body body) {
        try {
            Method write = body.getClass().getDeclaredMethod("writeReplace");
            write.setAccessible(true);
            return write.invoke(body) instanceof SerializedLambda lambda ? lambda : null;
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot find the method behind the body: " + e, e);
        }
    }

    private static Scenario ofLambda(SerializedLambda lambda) {
        List<Object> captured = new ArrayList<>();
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            Object value = lambda.getCapturedArg(i);
            if (value == null || !VALUES.contains(value.getClass())) {
                throw new IllegalArgumentException(
                        "the body uses " + (value == null ? "null" : "an object of " + value.getClass().getName())
                                + " from outside itself. Every run must begin afresh, so make such objects inside the body;"
                                + " only numbers, booleans, characters and strings may come from outside");
            }
            captured.add(value);
        }
        if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic) {
            throw new IllegalArgumentException(
                    "the body is a reference to " + lambda.getImplMethodName() + ", which is not a static method:"
                            + " write () -> { … } and make the object inside");
        }
        String className = lambda.getImplClass().replace('/', '.');
        return Scenario.of(className, lambda.getImplMethodName()).withArguments(captured);
    }

    private static Scenario ofObject(Body body) {
        Class<?> type = body.getClass();
        try {
            type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    type.getName() + " has no constructor without parameters: every run makes a fresh object of it."
                            + " Make what it needs inside, or write the body as a lambda expression",
                    e);
        }
        if (type.isHidden() || Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException("cannot make another object of " + type.getName());
        }
        return Scenario.of(type.getName(), "run");
    }
}
