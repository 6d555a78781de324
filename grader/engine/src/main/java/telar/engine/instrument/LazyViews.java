package telar.engine.instrument;

import java.util.Map;
import java.util.Set;

/**
 * Fields in which the JDK's collections keep what they have worked out when they were first asked for it. They are written without
 * synchronisation by methods that only read, such as {@link Map#keySet()}: two threads may both make the view, and either will
 * do. That race is meant, so accesses to these fields are not reported; those to what the views show are.
 */
final class LazyViews {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            // Views without any state of their own: to see the other thread's, or none, makes no difference.
            "java/util/AbstractMap", Set.of("keySet", "values"),
            "java/util/HashMap", Set.of("entrySet"),
            "java/util/TreeMap", Set.of("entrySet", "navigableKeySet", "descendingMap"),
            "java/util/TreeMap$NavigableSubMap", Set.of("descendingMapView", "entrySetView", "navigableKeySetView"),
            "java/util/EnumMap", Set.of("entrySet"),
            "java/util/IdentityHashMap", Set.of("entrySet"),
            "java/util/WeakHashMap", Set.of("entrySet"),
            "java/util/Collections$UnmodifiableMap", Set.of("keySet", "entrySet", "values"),
            "java/util/Collections$CheckedMap", Set.of("entrySet"),
            // The size of a part of a tree, counted anew whenever the tree has changed.
            "java/util/TreeMap$NavigableSubMap$EntrySetView", Set.of("size", "sizeModCount"));

    private LazyViews() {}

    /** @param owner internal name of the class that declares the field, without the prefix of a copy */
    static boolean contain(String owner, String field) {
        return FIELDS.getOrDefault(owner, Set.of()).contains(field);
    }
}
