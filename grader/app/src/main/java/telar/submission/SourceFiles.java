package telar.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads source files as text, and refuses what no honest source file is. */
final class SourceFiles {
    static final int MAX_FILES = 100;
    static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 12;

    /** Letters that look alike on every screen and in every file system. */
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*/)*([A-Za-z_][A-Za-z0-9_]*|package-info)\\.java");

    private SourceFiles() {}

    /**
     * The {@code .java} files below a folder whose path relative to it is wanted.
     *
     * @throws IntakeException if one of them is refused
     */
    static Map<String, String> below(Path root, Predicate<String> wanted) {
        Map<String, String> sources = new TreeMap<>();
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return sources;
        }
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".java") && wanted.test(path)) {
                    if (sources.size() == MAX_FILES) {
                        throw new IntakeException("There are more than " + MAX_FILES + " source files in " + root + ". Hand in fewer.");
                    }
                    if (!NAME.matcher(path).matches()) {
                        throw new IntakeException(
                                path + " is not a plain name for a source file. Use only the letters A to Z, digits and _.");
                    }
                    sources.put(path, read(file, path));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new IntakeException(root + " cannot be read: " + e.getMessage());
        }
    }

    /** The paths of the first {@code .java} files below a folder, whatever is in them. */
    static List<String> names(Path root) {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> NAME.matcher(path).matches())
                    .limit(MAX_FILES)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IntakeException(root + " cannot be read: " + e.getMessage());
        }
    }

    static String read(Path file, String path) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IntakeException(path + " is not a plain file (a link, a folder …). Replace it by the source file itself.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IntakeException(path + " is larger than " + MAX_BYTES / 1024 + " KiB. Hand in a shorter file.");
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new IntakeException(path + " is not UTF-8 text. Save it as UTF-8.");
        }
        text.codePoints()
                .filter(SourceFiles::deceptive)
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new IntakeException(
                                    path + String.format(" contains the invisible character U+%04X, which hides what the code does. Remove it.", c));
                        });
        return text;
    }

    /** Control characters other than white space, and those that change the direction of text. */
    private static boolean deceptive(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f'
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
