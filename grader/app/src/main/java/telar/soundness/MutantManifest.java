package telar.soundness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import telar.wire.Diagnosis;

/**
 * What a mutant says about itself, in its {@code mutant.properties}.
 *
 * @param file where it says so
 * @param killedBy id of the hidden check that fails it; "" where it does not say
 * @param diagnosis what that check calls the mistake; "" where it does not say
 * @param lesson what the mistake teaches, in English
 * @param lessonEs the same in Spanish
 */
public record MutantManifest(Path file, String killedBy, String diagnosis, String lesson, String lessonEs) {

    /** The keys that it must have, and no others. */
    static final List<String> KEYS = List.of("killedBy", "diagnosis", "lesson", "lesson.es");

    static MutantManifest read(Path file) {
        KeyFile keys = KeyFile.read(file);
        return new MutantManifest(
                file,
                keys.value("killedBy").orElse(""),
                keys.value("diagnosis").orElse(""),
                keys.value("lesson").orElse(""),
                keys.value("lesson.es").orElse(""));
    }

    /** The diagnosis, unless there is none of that name. */
    public Optional<Diagnosis> knownDiagnosis() {
        return Arrays.stream(Diagnosis.values()).filter(known -> known.name().equals(diagnosis)).findFirst();
    }
}
