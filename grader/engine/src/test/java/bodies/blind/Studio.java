package bodies.blind;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** A broadcasting studio: frames, cue lamps, scratch pads, playlists. */
public final class Studio {
    private Studio() {}

    private static final class Take {
        private final ByteBuffer samples = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);

        void record(int sample) {
            synchronized (samples) {
                samples.putShort((short) sample);
            }
        }

        int loudness() {
            ByteBuffer view = samples.duplicate(); // reads the position, without the lock
            view.order(ByteOrder.LITTLE_ENDIAN);
            synchronized (samples) {
                int sum = 0;
                for (view.flip(); view.hasRemaining();) {
                    sum += Math.abs(view.getShort());
                }
                return sum;
            }
        }
    }

    // The content is read and written under the lock, but duplicate() copies the plain position of the shared buffer outside it,
    // while the microphone's
    // putShort advances that position under the lock: unordered.
    @Wrong(Kind.DATA_RACE)
    static void takeLoudness() throws Exception {
        Take take = new Take();
        take.record(100);
        Thread microphone = new Thread(() -> take.record(-250));
        microphone.start();
        int heard = take.loudness();
        microphone.join();
        if (heard != 100 && heard != 350) {
            throw new AssertionError("heard " + heard);
        }
    }

    // The three slices are made by main before the threads start; each has a position of its own and covers bytes of the array
    // that no other covers (0..6,
    // 7..13 and 16..23; the neighbours 6 and 7 are different bytes, and bytes do not tear, JLS 17.6). Main reads the whole through a
    // read-only view after the joins.
    @Right
    static void frameSlices() throws Exception {
        ByteBuffer frame = ByteBuffer.allocate(24);
        ByteBuffer top = frame.slice(0, 7);
        ByteBuffer middle = frame.slice(7, 7);
        IntBuffer bottom = frame.slice(16, 8).asIntBuffer();
        Thread red = new Thread(() -> {
            while (top.hasRemaining()) {
                top.put((byte) (top.position() + 1));
            }
        });
        Thread green = new Thread(() -> {
            while (middle.hasRemaining()) {
                middle.put((byte) 10);
            }
        });
        red.start();
        green.start();
        bottom.put(0x01020304).put(1, -1);
        red.join();
        green.join();
        ByteBuffer shown = frame.asReadOnlyBuffer();
        int sum = 0;
        while (shown.hasRemaining()) {
            sum += shown.get();
        }
        // 1 + ... + 7 = 28, 7 * 10 = 70, 0 + 0, 1 + 2 + 3 + 4 = 10, four times -1
        if (sum != 28 + 70 + 10 - 4 || shown.getInt(16) != 0x01020304 || frame.position() != 0 || top.remaining() != 0) {
            throw new AssertionError("sum " + sum);
        }
    }

    private enum Lamp { DARK, RED, GREEN }

    // One lamp shows only the last cue: if main switches to GREEN before the first camera has seen RED, that camera looks for RED
    // for ever, spinning, since
    // nobody will set it again. Everything is atomic, and nobody blocks: no race, no deadlock, but no progress. (Main waits in join.)
    @Wrong(Kind.NO_PROGRESS)
    static void cueLamp() throws Exception {
        AtomicReference<Lamp> lamp = new AtomicReference<>(Lamp.DARK);
        Map<Lamp, Thread> cameras = new EnumMap<>(Lamp.class);
        for (Lamp cue : List.of(Lamp.RED, Lamp.GREEN)) {
            cameras.put(cue, new Thread(() -> {
                while (lamp.get() != cue) {
                    Thread.onSpinWait();
                }
            }, "camera " + cue));
        }
        for (Thread camera : cameras.values()) {
            camera.start();
        }
        lamp.set(Lamp.RED);
        lamp.set(Lamp.GREEN);
        for (Thread camera : cameras.values()) {
            camera.join();
        }
    }

    private static final class Pads {
        private final ThreadLocal<StringBuilder> pad = ThreadLocal.withInitial(StringBuilder::new);
        private final ThreadLocal<NumberFormat> seconds =
                ThreadLocal.withInitial(() -> new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)));

        String line(String title, double length) {
            StringBuilder mine = pad.get();
            try {
                mine.append(title).append(' ');
                mine.append(seconds.get().format(length)).append('s');
                return mine.toString();
            } finally {
                mine.setLength(0); // the worker may run another task
            }
        }

        void drop() {
            pad.remove();
            seconds.remove();
        }
    }

    private static final class Caption implements Callable<String> {
        private final Pads pads;
        private final String title;
        private final double length;

        Caption(Pads pads, String title, double length) {
            this.pads = pads;
            this.title = title;
            this.length = length;
        }

        @Override
        public String call() {
            return pads.line(title, length);
        }
    }

    // Every worker has a StringBuilder and a DecimalFormat of its own ("create separate format instances for each thread"), and
    // leaves the builder empty
    // after each task. invokeAll returns the futures in the order of the tasks. 1.5 is "1.50", 0.25 "0.25", 12.0 "12.00".
    @Right(steps = 400_000, schedules = 200)
    static void captionPads() throws Exception {
        Pads pads = new Pads();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Caption> tasks = List.of(new Caption(pads, "jingle", 1.5), new Caption(pads, "beep", 0.25), new Caption(pads, "news", 12));
            List<String> lines = new ArrayList<>();
            for (Future<String> line : workers.invokeAll(tasks)) {
                lines.add(line.get());
            }
            lines.add(pads.line("end", 0));
            pads.drop();
            if (!lines.equals(List.of("jingle 1.50s", "beep 0.25s", "news 12.00s", "end 0.00s"))) {
                throw new AssertionError(lines.toString());
            }
        } finally {
            workers.shutdown();
        }
    }

    private record Song(String title, Duration length) {}

    private static final class Playlist {
        private final List<Song> songs;
        private final Set<String> tags = new LinkedHashSet<>();
        private final int[] votes;

        Playlist(Collection<Song> songs, int[] votes) {
            this.songs = new ArrayList<>(songs);
            this.votes = votes.clone();
        }

        synchronized void append(Song song, String... newTags) {
            songs.add(song);
            Collections.addAll(tags, newTags);
            votes[0]++;
        }

        synchronized void shuffleFirstAway() {
            Collections.rotate(songs, 1);
            songs.removeIf(song -> song.length().isZero());
        }

        synchronized List<Song> songs() {
            return List.copyOf(songs);
        }

        synchronized Set<String> tags() {
            return Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        }

        synchronized int[] votes() {
            return votes.clone();
        }
    }

    // The playlist copies what comes in (main may go on changing its own list and array, which only main touches) and gives out
    // copies made under its
    // monitor, so that the presenter iterates over something that nobody changes. The empty song is dropped by the only call of
    // shuffleFirstAway, whenever it comes; the two songs of a minute each are always there.
    @Right(steps = 100_000)
    static void playlistCopies() throws Exception {
        List<Song> wishes = new ArrayList<>(List.of(new Song("Silence", Duration.ZERO), new Song("Reel", Duration.ofMinutes(1)),
                new Song("Waltz", Duration.ofSeconds(60))));
        int[] votes = {5, 3};
        Playlist playlist = new Playlist(wishes, votes);
        Thread editor = new Thread(() -> {
            playlist.append(new Song("Encore", Duration.ofSeconds(30)), "late", "loud");
            playlist.shuffleFirstAway();
        });
        Thread presenter = new Thread(() -> {
            Duration total = Duration.ZERO;
            for (Song song : playlist.songs()) {
                total = total.plus(song.length());
            }
            if (total.getSeconds() != 120 && total.getSeconds() != 150) {
                throw new AssertionError("total " + total);
            }
            for (String tag : playlist.tags()) {
                if (!tag.startsWith("l")) {
                    throw new AssertionError(tag);
                }
            }
        });
        editor.start();
        presenter.start();
        wishes.clear();
        Arrays.fill(votes, 0);
        int[] now = playlist.votes();
        now[1] = -1;
        editor.join();
        presenter.join();
        if (playlist.songs().size() != 3 || !List.copyOf(playlist.tags()).equals(List.of("late", "loud"))
                || !Arrays.equals(playlist.votes(), new int[] {6, 3}) || now[0] < 5 || now[0] > 6) {
            throw new AssertionError(playlist.songs() + " " + playlist.tags());
        }
    }
}
