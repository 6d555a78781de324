package bodies;

import static bodies.Together.same;
import static bodies.Together.yes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import telar.engine.Right;

/** What each JVM draws by lot: hash codes, texts made of them, and the orders of sets and maps. Here they are always the same. */
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

    /** Each JVM would draw by lot where it begins, and in which direction it goes. */
    @Right
    static void goesThroughImmutableSets() {
        Set<String> trees = Set.of("ash", "beech", "cedar", "elm", "fir", "oak", "pine", "yew");
        Map<Integer, String> numerals = Map.of(1, "I", 2, "II", 3, "III", 4, "IV", 5, "V", 6, "VI", 7, "VII");
        yes(trees.toString().equals("[cedar, pine, fir, yew, oak, elm, beech, ash]"), trees.toString());
        yes(numerals.toString().equals("{4=IV, 3=III, 2=II, 1=I, 7=VII, 6=VI, 5=V}"), numerals.toString());
        Set<String> pair = Set.of("day", "night");
        yes(pair.toString().equals("[day, night]"), pair.toString());
        Supplier<Set<String>> none = Set::of;
        yes(none.get().isEmpty(), "made by a method reference");
        String collected = Stream.of("oak", "elm", "ash", "fir").collect(Collectors.toUnmodifiableSet()).toString();
        yes(collected.equals("[oak, fir, ash, elm]"), collected);
    }

    @Right
    static void immutableCollectionsStayWhatTheyAre() {
        List<String> list = List.of("a", "b", "c");
        yes(List.copyOf(list) == list, "a copy of what cannot change is itself");
        yes(Map.copyOf(new HashMap<>(Map.of("a", 1))).equals(Map.ofEntries(Map.entry("a", 1))), "copied");
        yes(fails(() -> list.set(0, "x"), UnsupportedOperationException.class), "list set");
        yes(fails(() -> Set.of("a", "a"), IllegalArgumentException.class), "an element twice");
        yes(fails(() -> Map.of("a", null), NullPointerException.class), "null as value");
        yes(fails(() -> Map.entry("a", 1).setValue(2), UnsupportedOperationException.class), "entry set");
    }

    private static boolean fails(Runnable act, Class<? extends RuntimeException> how) {
        try {
            act.run();
            return false;
        } catch (RuntimeException e) {
            return how.isInstance(e);
        }
    }

    private record Bar(Metal metal, int grams, double purity, List<Metal> traces) {}

    private record Ring(Bar of, Object stone) {}

    private enum Weight {
        LIGHT,
        HEAVY {
            @Override
            boolean heavy() {
                return true;
            }
        };

        boolean heavy() {
            return false;
        }
    }

    /** The hash code of a constant is that of its name, whoever asks for it. */
    @Right
    static void hashesWhatHoldsConstants() {
        int gold = "GOLD".hashCode();
        int tin = "TIN".hashCode();
        same(gold, Metal.GOLD.hashCode());
        same("HEAVY".hashCode(), Weight.HEAVY.hashCode());
        same(gold, Objects.hashCode(Metal.GOLD));
        same(31 * (31 + gold) + tin, List.of(Metal.GOLD, Metal.TIN).hashCode());
        same(31 * (31 + gold) + tin, Objects.hash(Stream.of(Metal.GOLD, Metal.TIN).toArray()));
        same(31 + 31 * (31 + gold) + tin, Objects.hash(Stream.of(Metal.GOLD, Metal.TIN).toList()));
        same(31 * (31 + gold) + tin, new ArrayList<>(List.of(Metal.GOLD, Metal.TIN)).hashCode());
        same(gold + tin, Set.of(Metal.GOLD, Metal.TIN).hashCode());
        same(gold + tin, EnumSet.of(Metal.GOLD, Metal.TIN).hashCode());
        same(gold + tin, new HashSet<>(List.of(Metal.GOLD, Metal.TIN)).hashCode());
        same(gold ^ 7, Map.entry(Metal.GOLD, 7).hashCode());
        same(gold ^ 7, Map.of(Metal.GOLD, 7).hashCode());
        same(gold, Optional.of(Metal.GOLD).hashCode());
        Bar bar = new Bar(Metal.GOLD, 5, 0.5, List.of(Metal.TIN));
        int ofBar = 31 * (31 * (31 * gold + 5) + Double.hashCode(0.5)) + 31 + tin;
        same(ofBar, bar.hashCode());
        same(31 * ofBar, new Ring(bar, null).hashCode());
    }

    private static class Plain {}

    private static final class Named extends Plain {
        @Override
        public String toString() {
            return "named " + super.toString();
        }
    }

    /** What an object without a text of its own is called, whoever asks: its identity here is what the engine says. */
    @Right
    static void tellsObjectsWithoutText() {
        Plain plain = new Plain();
        String text = "bodies.Orders$Plain@" + Integer.toHexString(System.identityHashCode(plain));
        Object[] told = {
            plain.toString(),
            "" + plain,
            String.valueOf(plain),
            Objects.toString(plain),
            new StringBuilder().append(plain).toString(),
            new StringBuffer("").insert(0, (Object) plain).toString(),
            String.format("%s", plain),
            "%s".formatted(plain),
            List.of(plain).get(0).toString(),
            Stream.of(plain).map(Object::toString).findFirst().orElseThrow(),
            Stream.of(plain).map(String::valueOf).findFirst().orElseThrow(),
        };
        for (int i = 0; i < told.length; i++) {
            yes(told[i].equals(text), i + ": " + told[i] + " instead of " + text);
        }
        yes(List.of(plain, 1).toString().equals("[" + text + ", 1]"), "in a list");
        yes(new ArrayList<>(List.of(plain)).toString().equals("[" + text + "]"), "in an array list");
        yes(Map.of(plain, 1).toString().equals("{" + text + "=1}"), "in a map");
        yes(new Ring(null, plain).toString().equals("Ring[of=null, stone=" + text + "]"), "in a record");
        Named named = new Named();
        yes(named.toString().equals("named bodies.Orders$Named@" + Integer.toHexString(named.hashCode())), named.toString());
        Runnable lambda = () -> {};
        yes(lambda.toString().startsWith("bodies.Orders$$Lambda@"), lambda.toString());
        String nothing = null;
        Object none = null;
        yes(("" + nothing + none + 'c' + 1L + Metal.TIN).equals("nullnullc1TIN"), "joined");
    }

    private record Empty() {}

    private record Odds(boolean a, char b, byte c, short d, float e, long f, int[] g) {}

    @Right
    static void recordsAreWhatTheyAreElsewhere() {
        yes(new Empty().toString().equals("Empty[]"), "an empty record");
        same(0, new Empty().hashCode());
        Odds odds = new Odds(true, 'x', (byte) 1, (short) 2, 3f, 4L, null);
        yes(odds.toString().equals("Odds[a=true, b=x, c=1, d=2, e=3.0, f=4, g=null]"), odds.toString());
        int hash = 0;
        for (Object component : new Object[] {true, 'x', (byte) 1, (short) 2, 3f, 4L, null}) {
            hash = 31 * hash + (component == null ? 0 : component.hashCode());
        }
        same(hash, odds.hashCode());
        yes(odds.equals(new Odds(true, 'x', (byte) 1, (short) 2, 3f, 4L, null)), "equal");
    }
}
