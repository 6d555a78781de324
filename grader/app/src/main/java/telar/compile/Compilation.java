package telar.compile;

import java.nio.file.Path;

/** What came of compiling. */
public sealed interface Compilation {
    /** @param classes the folder with the class files */
    record Compiled(Path classes) implements Compilation {}

    /** @param messages the compiler's, for a reader, with paths relative to the source root */
    record Refused(String messages) implements Compilation {}
}
