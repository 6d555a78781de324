package telar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a child JVM tells the bench: names and numbers in one line of its output. */
final class Figures {
    private static final String MARK = "figures:";

    private final Map<String, String> all = new TreeMap<>();

    Figures with(String name, Object value) {
        all.put(name, String.valueOf(value));
        return this;
    }

    void print() {
        StringBuilder line = new StringBuilder(MARK);
        all.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        System.out.println(line);
    }

    /** The figures in a child's output; empty if it did not come to tell any. */
    static Optional<Figures> in(String output) {
        return output.lines().filter(line -> line.startsWith(MARK)).findFirst().map(line -> {
            Figures figures = new Figures();
            for (String pair : line.substring(MARK.length()).trim().split(" ")) {
                String[] parts = pair.split("=", 2);
                figures.with(parts[0], parts[1]);
            }
            return figures;
        });
    }

    boolean is(String name) {
        return Boolean.parseBoolean(all.get(name));
    }

    double number(String name) {
        return Double.parseDouble(all.get(name));
    }

    /** Resident memory of this JVM in megabytes, or -1 where the system does not tell. */
    static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1L);
        } catch (IOException e) {
            return -1;
        }
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
