package telar.engine.instrument;

/** Numbers for {@link Site}s, appended to as classes are instrumented; safe for use by several threads. */
public final class Sites {

    private static final AppendOnlyTable<Site> TABLE = new AppendOnlyTable<>();

    private Sites() {}

    /** The number of a site, the same for equal sites. */
    public static int id(Site site) {
        return TABLE.id(site);
    }

    /** The site with a number that {@link #id} gave. */
    public static Site get(int id) {
        return TABLE.get(id);
    }

    /** Whether the site stands in the program's own code. */
    public static boolean student(int id) {
        return TABLE.get(id).student();
    }
}
