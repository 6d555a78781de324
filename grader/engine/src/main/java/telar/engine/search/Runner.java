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
import telar.engine.instrument.ShadowNames;
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

    /** The program explored last and its instrumented classes; guarded by the class. */
    private static Program latest;

    private static ByteCache latestCache;

    private final Program program;
    private final Scenario scenario;
    private final ByteCache cache;
    private Class<?> type;
    private Runnable body;
    private InstrumentingLoader loader;
    private InstrumentingLoader loaderShadows;

    /** Whether the order in which threads come to static initialisers matters, those of enums included: then every run needs them undone. */
    private boolean initialisersMeet;

    private final Map<Class<?>, Optional<List<Field>>> resettable = new WeakHashMap<>();

    Runner(Program program, Scenario scenario) {
        this.program = program;
        this.scenario = scenario;
        this.cache = cacheOf(program);
    }

    /** Explorations of one program, such as the checks of one exercise, instrument its classes once. */
    private static synchronized ByteCache cacheOf(Program program) {
        if (program != latest) {
            latest = program;
            latestCache = new ByteCache();
        }
        return latestCache;
    }

    /** Makes one run. */
    Execution run(Chooser chooser, Options options, boolean recording) {
        Execution execution = new Execution(chooser, options, recording);
        Runnable body = prepare();
        execution.run(body);
        if (!SharedState.restore()) {
            shadows = null;
        }
        initialisersMeet |= execution.initialisersMet();
        if (initialisersMeet) {
            loader = null;
        }
        if (!execution.brokenClasses().isEmpty()) {
            loader = null;
            shadows = execution.brokenClasses().stream().anyMatch(ShadowNames::isShadow) ? null : shadows;
        }
        return execution;
    }

    private Runnable prepare() {
        Execution.prepareJdk();
        if (shadows == null || shadows.getParent() != program.parent()) {
            SharedState.forget();
            shadows = InstrumentingLoader.shadow(program.parent(), new Redirects(Replacements.table()), program.prepared());
        }
        if (loader == null || loaderShadows != shadows || !reset()) {
            loader = InstrumentingLoader.program(shadows, program.controlled(), program.bytes(), cache, program.prepared());
            loaderShadows = shadows;
        }
        InstrumentingLoader mine = loader;
        try {
            Class<?> type = Class.forName(scenario.className(), false, mine);
            if (type == this.type) {
                return body;
            }
            List<Method> before = new ArrayList<>();
            for (String name : scenario.before()) {
                before.add(method(type, name, 0));
            }
            Method body = method(type, scenario.body(), scenario.arguments().size());
            List<Method> after = new ArrayList<>();
            for (String name : scenario.after()) {
                after.add(method(type, name, 0));
            }
            Object[] arguments = scenario.arguments().toArray();
            this.type = type;
            this.body = () -> call(type, before, body, arguments, after);
            return this.body;
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "cannot find " + scenario.className() + "." + scenario.body() + ": " + e.getMessage(), e);
        }
    }

    private static Method method(Class<?> type, String name, int parameters) throws NoSuchMethodException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException("no method " + name + " with " + parameters + " parameters in " + type.getName());
    }

    private static void call(Class<?> type, List<Method> before, Method body, Object[] arguments, List<Method> after) {
        try {
            Object instance = null;
            if (!Modifier.isStatic(body.getModifiers())) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                instance = constructor.newInstance();
            }
            Throwable first = null;
            for (Method method : before) {
                first = first == null ? outcome(method, instance) : first;
            }
            first = first == null ? outcome(body, instance, arguments) : first;
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

    private static Throwable outcome(Method method, Object instance, Object... arguments) throws IllegalAccessException {
        try {
            method.invoke(instance, arguments);
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
        if (loader.hasStaticInitializer(type.getName())) {
            return Optional.empty(); // it may do more than fill this class's fields, and meet other threads while it does
        }
        boolean constants = Enum.class.isAssignableFrom(type);
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            boolean fixed = Modifier.isFinal(field.getModifiers());
            if (constants && !(fixed && isUnchangeable(field.getType(), type))) {
                return Optional.empty(); // what a constant holds is as good as static
            }
            if (Modifier.isStatic(field.getModifiers()) && !fixed) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return Optional.of(fields);
    }

    /** Whether the values of a final field of this type, in an enum, have nothing that a run could change. */
    private static boolean isUnchangeable(Class<?> of, Class<?> type) {
        return of.isPrimitive()
                || of == String.class
                || of.isEnum()
                || Number.class.isAssignableFrom(of) && of.getPackageName().equals("java.lang")
                || of.getPackageName().equals("java.time")
                || of.isArray() && of.getComponentType() == type; // of the constants; their class keeps it to itself
    }
}
