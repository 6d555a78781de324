package bodies;

import static bodies.Together.same;
import static bodies.Together.yes;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import telar.engine.Right;

/** Hash codes that the JVM draws by lot, and the orders of maps that follow from them: here they are always the same. */
public final class Orders {
    private Orders() {}

    private enum Metal {
        IRON,
        COPPER,
        SILVER,
        GOLD,
        TIN,
        LEAD
    }

    /** Constants are spread over a table by their names, so in the order in which their names are. */
    @Right
    static void goesThroughEnumKeys() {
        Map<Metal, Integer> byConstant = new HashMap<>();
        Map<String, Integer> byName = new HashMap<>();
        for (Metal metal : Metal.values()) {
            byConstant.put(metal, metal.ordinal());
            byName.put(metal.name(), metal.ordinal());
        }
        yes(byConstant.toString().equals(byName.toString()), byConstant + " instead of " + byName);
    }

    @Right
    static void hashesAnEnumAmongOthers() {
        same(31 * (31 + Metal.GOLD.name().hashCode()) + 7, Objects.hash(Metal.GOLD, 7));
        same(0, Objects.hash((Object[]) null));
    }
}
