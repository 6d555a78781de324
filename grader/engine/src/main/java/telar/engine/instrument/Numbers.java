package telar.engine.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * Stand-ins, in the code of one class, for the numbers that sites, fields and blocking calls have in the JVM that will run it.
 *
 * <p>All lie in a range of their own, so that each ends up as an integer of the constant pool, where it can be found and replaced.
 */
final class Numbers {
    /** The first range; the next ones follow. */
    private static final int FIRST = 0x5E1A_0000;

    private static final int SIZE = 1 << 16;
    private static final int CONSTANT_INTEGER = 3;

    private final int first;
    private final List<Object> entries = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();

    /** @param original the class before it is instrumented, which must not hold a stand-in by chance */
    Numbers(ClassReader original) {
        int range = FIRST;
        while (!placesIn(original, range).isEmpty()) {
            range += SIZE;
        }
        this.first = range;
    }

    /** The stand-in of a {@link Site}, a {@link FieldRef} or a {@link BlockingCall}; the same for equal ones. */
    int of(Object entry) {
        return known.computeIfAbsent(entry, e -> {
            entries.add(e);
            return first + entries.size() - 1;
        });
    }

    /** The class file with what has to be replaced in it. */
    PreparedClass prepared(byte[] classFile, boolean staticInitializer) {
        ClassReader reader = new ClassReader(classFile);
        List<Integer> places = placesIn(reader, first);
        int[] offsets = new int[places.size()];
        int[] meant = new int[places.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = places.get(i);
            meant[i] = reader.readInt(offsets[i]) - first;
        }
        return new PreparedClass(classFile, staticInitializer, List.copyOf(entries), offsets, meant);
    }

    /** Offsets of the integers of the constant pool that lie in a range. */
    private static List<Integer> placesIn(ClassReader reader, int range) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i); // 0 where the item before takes two places
            if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_INTEGER && (reader.readInt(offset) & -SIZE) == range) {
                places.add(offset);
            }
        }
        return places;
    }
}
