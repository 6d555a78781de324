package telar.engine.instrument;

/** Numbers for {@link FieldRef}s, appended to as classes are instrumented; safe for use by several threads. */
public final class Fields {

    private static final AppendOnlyTable<FieldRef> TABLE = new AppendOnlyTable<>();

    private Fields() {}

    static int id(FieldRef field) {
        return TABLE.id(field);
    }

    /** The field with the number that a hook received. */
    public static FieldRef get(int id) {
        return TABLE.get(id);
    }
}
