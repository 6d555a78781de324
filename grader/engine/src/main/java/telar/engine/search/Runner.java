package telar.engine.search;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import telar.engine.Program;
import telar.engine.Scenario;
import telar.engine.instrument.ByteCache;
import telar.engine.instrument.InstrumentingLoader;
import telar.engine.instrument.Redirects;
import telar.engine.runtime.Chooser;
import telar.engine.runtime.Execution;
import telar.engine.runtime.Options;
import telar.engine.runtime.Replacements;
import telar.engine.runtime.SharedState;

/**
 * Makes runs of one scenario, each as if it were the first: with fresh static state. A program's classes are loaded again only
 * when one of them keeps state; what a run leaves behind in the JDK's shadow copies is undone.
 */
final class Runner {
    /** The shadow copies of the JDK's classes, for all explorations of this JVM; guarded by {@link Portfolio}'s turn. */
    private static InstrumentingLoader shadows;

    private final Program program;
    private final Scenario scenario;
    private final ByteCache cache = new ByteCache();
    private InstrumentingLoader loader;
    private InstrumentingLoader loaderShadows;
    private final Map<Class<?>, Optional<List<Field>>> resettable = new WeakHashMap<>();

    Runner(Program program, Scenario scenario) {
        this.program = program;
        this.scenario = scenario;
    }

    /** Makes one run. */
    Execution run(Chooser chooser, Options options, boolean recording) {
        Execution execution = new Execution(chooser, options, recording);
        Runnable body = prepare();
        execution.run(body);
        if (!SharedState.restore()) {
            shadows = null;
        }
        return execution;
    }

    private Runnable prepare() {
        Execution.prepareJdk();
        if (shadows == null || shadows.getParent() != program.parent()) {
            SharedState.forget();
            shadows = InstrumentingLoader.shadow(program.parent(), new Redirects(Replacements.table()));
        }
        if (loader == null || loaderShadows != shadows || !reset()) {
            loader = InstrumentingLoader.program(shadows, program.controlled(), program.bytes(), cache);
            loaderShadows = shadows;
        }
        InstrumentingLoader mine = loader;
        try {
            Class<?> type = Class.forName(scenario.className(), false, mine);
            List<Method> before = new ArrayList<>();
            for (String name : scenario.before()) {
                before.add(method(type, name));
            }
            Method body = method(type, scenario.body());
            List<Method> after = new ArrayList<>();
            for (String name : scenario.after()) {
                after.add(method(type, name));
            }
            return () -> call(type, before, body, after);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "cannot find " + scenario.className() + "." + scenario.body() + ": " + e.getMessage(), e);
        }
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException("no method " + name + " without parameters in " + type.getName());
    }

    private static void call(Class<?> type, List<Method> before, Method body, List<Method> after) {
        try {
            Object instance = null;
            if (!Modifier.isStatic(body.getModifiers())) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                instance = constructor.newInstance();
            }
            Throwable first = null;
            List<Method> main = new ArrayList<>(before);
            main.add(body);
            for (Method method : main) {
                first = first == null ? outcome(method, instance) : first;
            }
            for (Method method : after) {
                Throwable next = outcome(method, instance);
                first = first == null ? next : first;
            }
            if (first != null) {
                Runner.<RuntimeException>raise(first);
            }
        } catch (InvocationTargetException e) {
            Runner.<RuntimeException>raise(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a " + type.getName() + ": " + e, e);
        }
    }

    private static Throwable outcome(Method method, Object instance) throws IllegalAccessException {
        try {
            method.invoke(instance);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    // ---- static state

    /** Clears the program's static fields; false if some class keeps state that only loading it again can clear. */
    private boolean reset() {
        try {
            for (Class<?> type : List.copyOf(loader.defined())) {
                Optional<List<Field>> fields = resettable.computeIfAbsent(type, this::resettableFields);
                if (fields.isEmpty()) {
                    return false;
                }
                for (Field field : fields.get()) {
                    Class<?> of = field.getType();
                    if (of == int.class) {
                        field.setInt(null, 0);
                    } else if (of == long.class) {
                        field.setLong(null, 0);
                    } else if (of == boolean.class) {
                        field.setBoolean(null, false);
                    } else if (of == double.class) {
                        field.setDouble(null, 0);
                    } else if (!of.isPrimitive()) {
                        field.set(null, null);
                    } else {
                        return false;
                    }
                }
            }
            return true;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    /** The static fields to clear between runs; empty if clearing is not enough. */
    private Optional<List<Field>> resettableFields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        boolean initialised = loader.hasStaticInitializer(type.getName());
        for (Field field : type.getDeclaredFields()) {
            boolean fixed = Modifier.isFinal(field.getModifiers());
            if (!Modifier.isStatic(field.getModifiers())) {
                if (type.isEnum() && !fixed) {
                    return Optional.empty();
                }
                continue;
            }
            boolean value = field.getType().isPrimitive() || field.getType() == String.class;
            if (fixed && (value || type.isEnum() || field.getName().equals("$assertionsDisabled"))) {
                continue;
            }
            if (fixed || initialised) {
                return Optional.empty();
            }
            field.setAccessible(true);
            fields.add(field);
        }
        return Optional.of(fields);
    }
}
