package telar.engine.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import telar.engine.Explore;
import telar.engine.scenario.ControlledClasses;
import telar.engine.scenario.TestClass;

/** Test methods as the engine runs them. */
public final class TestMethods {
    private TestMethods() {}

    /**
     * An exploration of a test method over its class path: what lies in folders is controlled, what lies in jars is not.
     *
     * @throws IllegalArgumentException if the method or its class cannot run under the engine; the message says why
     */
    public static Explore explore(Class<?> type, Method method) {
        String name = type.getSimpleName() + "." + method.getName();
        if (method.getParameterCount() > 0) {
            throw new IllegalArgumentException(name + " has parameters: a test under the engine has none");
        }
        if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
            throw new IllegalArgumentException(
                    name + " is in an inner class: the engine makes a fresh instance for every run and has no outer one to give it."
                            + " Move it to a top-level or static class");
        }
        ControlledClasses classes = ControlledClasses.notInJars(type.getClassLoader());
        if (!classes.contains(type.getName())) {
            throw new IllegalArgumentException(
                    type.getName() + " does not lie in a folder of the class path: the engine controls only classes that do");
        }
        return Explore.of(classes.program(), TestClass.read(type.getName(), classes::bytes).scenario(method.getName()));
    }
}
