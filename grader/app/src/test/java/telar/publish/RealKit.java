package telar.publish;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the kit is that these tests belong to. */
final class RealKit {
    private RealKit() {}

    /** The nearest folder, upwards of the working folder, that holds the launcher. */
    static Path home() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("telar")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No kit is found upwards of " + start);
    }
}
