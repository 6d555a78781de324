package telar.engine.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What the static fields of shadow copies lead to: the common pool, counters of names, delayed tasks. Every run must meet it as if
 * it were the first, so it is remembered when a copy has been initialised and put back after each run.
 *
 * <p>Remembered are static fields, the arrays and the objects of copied classes that can be reached from them, and theirs in turn;
 * final fields cannot have changed. Loading the copies afresh would do the same, some hundred times slower.
 *
 * <p>Belongs to the thread that has the baton, and between runs to the explorer.
 */
public final class SharedState {
    private static final UndoLog FIRST_VALUES = new UndoLog();
    private static final Set<Object> SEEN = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether a copy could not be initialised: then it never can be, by that loader. */
    private static boolean spoilt;

    private SharedState() {}

    /** A copy has been initialised. */
    static synchronized void remember(Class<?> copy) {
        Deque<Object> open = new ArrayDeque<>();
        rememberFields(copy, null, open);
        for (Object object = open.poll(); object != null; object = open.poll()) {
            if (object.getClass().isArray()) {
                rememberElements(object, open);
                continue;
            }
            for (Class<?> type = object.getClass(); isCopy(type); type = type.getSuperclass()) {
                rememberFields(type, object, open);
            }
        }
    }

    /** A copy could not be initialised, for instance because the run was over. */
    static synchronized void spoil() {
        spoilt = true;
    }

    /**
     * Puts everything back.
     *
     * @return false if the copies cannot be used again
     */
    public static synchronized boolean restore() {
        FIRST_VALUES.putBack();
        return !spoilt;
    }

    /** Forgets copies that are not used any more. */
    public static synchronized void forget() {
        FIRST_VALUES.clear();
        SEEN.clear();
        spoilt = false;
    }

    /** The static fields of a class, if {@code object} is null, or that part of an object that its class or a superclass declares. */
    private static void rememberFields(Class<?> type, Object object, Deque<Object> open) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) != (object == null)) {
                continue;
            }
            Object owner = Jdk.owner(field, object);
            long offset = Jdk.offset(field);
            if (!Modifier.isFinal(field.getModifiers())) {
                FIRST_VALUES.remember(owner, offset, field.getType().descriptorString().charAt(0));
            }
            if (!field.getType().isPrimitive()) {
                reach(Jdk.getReference(owner, offset), open);
            }
        }
    }

    private static void rememberElements(Object array, Deque<Object> open) {
        Class<?> component = array.getClass().getComponentType();
        char type = component.descriptorString().charAt(0);
        for (int i = 0; i < Array.getLength(array); i++) {
            long offset = Jdk.elementOffset(array.getClass(), i);
            FIRST_VALUES.remember(array, offset, type);
            if (!component.isPrimitive()) {
                reach(Jdk.getReference(array, offset), open);
            }
        }
    }

    private static void reach(Object object, Deque<Object> open) {
        if (object != null && (object.getClass().isArray() || isCopy(object.getClass())) && SEEN.add(object)) {
            open.add(object);
        }
    }

    private static boolean isCopy(Class<?> type) {
        return type.getName().startsWith("shadow.");
    }
}
