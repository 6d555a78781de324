package telar.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import telar.engine.Failure.Trait;
import telar.engine.Interleaving;
import telar.engine.instrument.Fields;
import telar.engine.instrument.ShadowNames;
import telar.engine.instrument.Site;
import telar.engine.instrument.Sites;
import telar.engine.runtime.Accesses.Effect;

/**
 * Writes down what happens in one run, one line a step, in the program's own lines: what the JDK does inside is folded into the
 * call that the program made, and plain accesses are kept only where more than one thread meets.
 */
public final class Recorder {
    private static final int MAX_LINES = 4_000;
    private static final int MAX_VISITS = 200_000;

    private final List<Line> lines = new ArrayList<>();
    private final Map<Place, Set<Integer>> visitors = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<Integer, Line> openCalls = new HashMap<>();
    private final Map<Integer, int[]> operations = new HashMap<>();
    private int operationsBegun;
    private Runnable unfinished;

    /** One line; with places, it is shown only if another thread visits one of them. */
    private static final class Line {
        final int thread;
        final int site;
        String text;
        final Set<Place> places = new HashSet<>();
        final boolean always;

        Line(int thread, int site, String text, boolean always) {
            this.thread = thread;
            this.site = site;
            this.text = text;
            this.always = always;
        }
    }

    /** A field or element of one object, by identity. */
    private record Place(Object owner, long key) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place p && p.owner == owner && p.key == key;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(owner) * 31 + Long.hashCode(key);
        }
    }

    /** One access; accesses of one thread in one source line, or in one call, are one operation. */
    private record Visit(int order, int thread, int operation, Place place, Effect effect, boolean number) {}

    void note(LogicalThread thread, int site, Supplier<String> text) {
        finishWrite();
        openCalls.remove(thread.id);
        operations.remove(thread.id);
        if (lines.size() < MAX_LINES) {
            add(new Line(thread.id, site, text.get(), true));
        }
    }

    void clock(long nanos) {
        finishWrite();
        add(new Line(-1, -1, "the clock moves to " + VirtualClock.duration(nanos), true));
    }

    /** The number of the operation that a thread is in: a new one with every call and every other source line. */
    private int operation(LogicalThread thread, int site) {
        int[] current = operations.computeIfAbsent(thread.id, id -> new int[] {-1, -1});
        int line = site < 0 ? -1 : Sites.get(site).line();
        if (current[0] < 0 || site >= 0 && current[1] != line) {
            current[0] = operationsBegun++;
            current[1] = line;
        }
        return current[0];
    }

    /** The program calls into the JDK; what happens inside is folded into this line. */
    void call(LogicalThread thread, int site) {
        finishWrite();
        String callee = Sites.get(site).callee();
        Line line = new Line(thread.id, site, callee.isEmpty() ? "calls the JDK" : "calls " + callee, false);
        openCalls.put(thread.id, line);
        operations.put(thread.id, new int[] {operationsBegun++, -1});
        add(line);
    }

    /**
     * An access to a field, element or object.
     *
     * @param field id of {@link Fields}, or -1
     * @param offset where the value stands in {@code owner}, or -1 if that is not known
     * @param type first character of the value's descriptor
     * @param own whether the program's own code makes it
     */
    void access(
            LogicalThread thread, Object owner, long key, int field, long offset, char type, Effect effect, boolean own) {
        finishWrite();
        if (lines.size() >= MAX_LINES && visits.size() >= MAX_VISITS) {
            return; // a loop without end: nothing of it would be kept
        }
        Place place = new Place(owner, key);
        Line call = openCalls.get(thread.id);
        Line line = own || call == null ? new Line(thread.id, thread.site, "", false) : call;
        line.places.add(place);
        if (visits.size() < MAX_VISITS && (own || interesting(owner))) {
            visitors.computeIfAbsent(place, p -> new HashSet<>()).add(thread.id);
            visits.add(
                    new Visit(visits.size(), thread.id, operation(thread, own ? thread.site : -1), place, effect, type != 'L' && type != '[' && type != 'Z'));
        }
        if (own) {
            openCalls.remove(thread.id);
            line.text = (effect == Effect.READ ? "reads " : "writes ") + RaceDetector.describe(owner, key, field);
            add(line);
        }
        if (offset >= 0 && (own || call != null && isOnAtomic(call, owner))) {
            String before = value(owner, offset, type);
            String text = base(line.text);
            if (effect == Effect.READ) {
                line.text = text + ": " + before;
            } else {
                unfinished = () -> line.text = text + ": " + change(before, value(owner, offset, type));
            }
        }
    }

    private static String change(String before, String after) {
        return before.equals(after) ? before : before + " becomes " + after;
    }

    private static String base(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(0, colon);
    }

    private void add(Line line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        }
    }

    private void finishWrite() {
        if (unfinished != null) {
            unfinished.run();
            unfinished = null;
        }
    }

    /** Whether the program's own call is one on this atomic; the JDK's own atomics hold what only the JDK understands. */
    private static boolean isOnAtomic(Line call, Object owner) {
        return atomic(owner) && Sites.get(call.site).callee().startsWith(owner.getClass().getSimpleName() + ".");
    }

    private static boolean atomic(Object owner) {
        return owner.getClass().getName().startsWith("shadow.java.util.concurrent.atomic.");
    }

    /** Values that a program means, as opposed to the state of locks and queues. */
    private static boolean interesting(Object owner) {
        String name = ShadowNames.original(owner.getClass().getName());
        return !name.startsWith("java.util.concurrent.") || atomic(owner) || name.contains("ConcurrentHashMap");
    }

    static String value(Object owner, long offset, char type) {
        return switch (type) {
            case 'I' -> String.valueOf(Jdk.getInt(owner, offset));
            case 'J' -> String.valueOf(Jdk.getLong(owner, offset));
            case 'F' -> String.valueOf(Float.intBitsToFloat(Jdk.getInt(owner, offset)));
            case 'D' -> String.valueOf(Double.longBitsToDouble(Jdk.getLong(owner, offset)));
            case 'Z' -> String.valueOf(Jdk.getByte(owner, offset) != 0);
            case 'B' -> String.valueOf(Jdk.getByte(owner, offset));
            case 'S' -> String.valueOf(Jdk.getShort(owner, offset));
            case 'C' -> "'" + (char) Jdk.getShort(owner, offset) + "'";
            default -> words(Jdk.getReference(owner, offset));
        };
    }

    /** A reference for a reader; never calls the program's code. */
    private static String words(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String s) {
            return '"' + (s.length() > 24 ? s.substring(0, 24) + "…" : s) + '"';
        }
        if ((value instanceof Number || value instanceof Boolean || value instanceof Character)
                && value.getClass().getName().startsWith("java.lang.")) {
            return value.toString();
        }
        if (value instanceof Enum<?> e) {
            return e.name();
        }
        if (value instanceof Thread t) {
            return t.getName();
        }
        String name = Names.of(value);
        return (name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "an object" : "a " + name);
    }

    /**
     * What the pattern of accesses says about a wrong result. A thread that overwrites a number which another one has changed
     * since it read it loses that update; a thread that goes on to change something it had looked at before another one changed
     * it has acted on a stale check.
     */
    public Set<Trait> traits() {
        finishWrite();
        boolean stale = false;
        Map<Place, Map<Integer, Visit>> reads = new HashMap<>();
        Map<Place, Visit> writes = new HashMap<>();
        Set<Integer> onStale = new HashSet<>();
        for (Visit visit : visits) {
            Map<Integer, Visit> readBy = reads.computeIfAbsent(visit.place, p -> new HashMap<>());
            Visit read = readBy.get(visit.thread);
            Visit write = writes.get(visit.place);
            boolean overtaken = read != null && write != null && write.thread != visit.thread && write.order > read.order;
            if (overtaken && visit.effect == Effect.WRITE && visit.number && read.number) {
                return Set.of(Trait.LOST_UPDATE);
            }
            if (overtaken && read.operation != visit.operation) {
                onStale.add(visit.operation);
            }
            stale |= visit.effect != Effect.READ && onStale.contains(visit.operation);
            if (visit.effect == Effect.READ || visit.effect == Effect.UPDATE) {
                readBy.put(visit.thread, visit);
            }
            if (visit.effect != Effect.READ) {
                writes.put(visit.place, visit);
            }
        }
        return stale ? Set.of(Trait.STALE_CHECK) : Set.of();
    }

    public Interleaving interleaving(List<LogicalThread> threads) {
        finishWrite();
        List<Interleaving.Step> steps = new ArrayList<>();
        String previous = null;
        int repeats = 0;
        for (Line line : lines) {
            boolean shown = line.always;
            for (Place place : line.places) {
                shown |= visitors.getOrDefault(place, Set.of()).size() > 1;
            }
            if (!shown) {
                continue;
            }
            Site at = line.site < 0 ? null : Sites.get(line.site);
            String id = line.thread + " " + line.site + " " + line.text;
            if (id.equals(previous)) {
                repeats++;
                Interleaving.Step last = steps.remove(steps.size() - 1);
                steps.add(new Interleaving.Step(last.thread(), last.file(), last.line(), line.text + " (" + (repeats + 1) + " times)"));
                continue;
            }
            previous = id;
            repeats = 0;
            steps.add(
                    new Interleaving.Step(
                            Math.max(0, line.thread), at == null ? "" : at.file(), at == null ? 0 : at.line(), line.text));
        }
        return new Interleaving(threads.stream().map(LogicalThread::name).toList(), steps);
    }
}
