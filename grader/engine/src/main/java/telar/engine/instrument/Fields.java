package telar.engine.instrument;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** Numbers for {@link FieldRef}s, appended to as classes are instrumented; safe for use by several threads. */
public final class Fields {

    private static final AppendOnlyTable<FieldRef> TABLE = new AppendOnlyTable<>();

    private static final int NOT_PLAIN = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC;

    private Fields() {}

    static int id(FieldRef field) {
        return TABLE.id(field);
    }

    /** Numbers of those fields of a class and its superclasses whose accesses are reported as plain ones. */
    public static int[] copiedByClone(Class<?> type) {
        List<FieldRef> copied = new ArrayList<>();
        for (Class<?> c = type; c != null && c.getClassLoader() instanceof InstrumentingLoader; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                String owner = ShadowNames.original(c.getName()).replace('.', '/');
                if ((field.getModifiers() & NOT_PLAIN) == 0 && !LazyViews.contain(owner, field.getName())) {
                    copied.add(new FieldRef(c.getName(), field.getName(), false, field.getType().descriptorString().charAt(0), false));
                }
            }
        }
        return copied.stream().mapToInt(Fields::id).toArray();
    }

    /** The field with the number that a hook received. */
    public static FieldRef get(int id) {
        return TABLE.get(id);
    }
}
