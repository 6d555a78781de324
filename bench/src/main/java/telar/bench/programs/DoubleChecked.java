package telar.bench.programs;

/** A table that is made when it is first needed. Wrong: it can be seen before it has been filled. */
public final class DoubleChecked {
    private volatile Table table;

    private DoubleChecked() {}

    private static final class Table {
        volatile int rows;
    }

    public static void wrong() {
        DoubleChecked cache = new DoubleChecked();
        Together.run(() -> check(cache.publishedFirst()), () -> check(cache.publishedFirst()));
    }

    public static void right() {
        DoubleChecked cache = new DoubleChecked();
        Together.run(() -> check(cache.filledFirst()), () -> check(cache.filledFirst()));
    }

    private static void check(Table table) {
        Together.expect(table.rows == 7, "an empty table was seen");
    }

    private Table publishedFirst() {
        if (table == null) {
            synchronized (this) {
                if (table == null) {
                    table = new Table();
                    table.rows = 7;
                }
            }
        }
        return table;
    }

    private Table filledFirst() {
        if (table == null) {
            synchronized (this) {
                if (table == null) {
                    Table filled = new Table();
                    filled.rows = 7;
                    table = filled;
                }
            }
        }
        return table;
    }
}
