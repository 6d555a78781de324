package telar.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Where a thread is, in lines of given classes only. */
final class Frames {
    private Frames() {}

    /** Whether the frame's class is one of those in the folders. */
    static boolean isIn(List<Path> folders, StackTraceElement frame) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        return folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(file)));
    }

    /** For instance {@code at Pool.java:31, called from Server.java:12}; "" if no frame is one of those. */
    static String where(StackTraceElement[] stack, Predicate<StackTraceElement> shown) {
        StringBuilder text = new StringBuilder();
        int lines = 0;
        for (StackTraceElement frame : stack) {
            if (lines < 3 && shown.test(frame)) {
                text.append(lines++ == 0 ? "at " : ", called from ");
                text.append(frame.getFileName()).append(':').append(frame.getLineNumber());
            }
        }
        return text.toString();
    }
}
