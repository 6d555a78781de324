package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is prepared is used, and changes nothing. */
class PreparationTest {
    private static final ClassLoader LIBRARIES = PreparationTest.class.getClassLoader();

    private static final String QUEUES = "bodies.Queues";

    @TempDir
    private Path folder;

    @Test
    void anExplorationOfPreparedClassesIsTheSame() {
        Program here = Fixtures.program("bodies");
        Preparation preparation = new Preparation(LIBRARIES);
        preparation.prepareJdk(folder);
        preparation.prepare(here, List.of(QUEUES), folder);
        Function<String, byte[]> prepared = Preparation.in(List.of(folder));
        List<String> used = new ArrayList<>();
        Program there = new Program(
                new ClassLoader(LIBRARIES) {}, // another parent needs copies of its own
                here.controlled(),
                here.bytes(),
                name -> {
                    byte[] bytes = prepared.apply(name);
                    if (bytes != null) {
                        used.add(name);
                    }
                    return bytes;
                });
        Scenario scenario = Scenario.of(QUEUES, "takesWhatWasPut");

        Exploration one = Explore.of(here, scenario).schedules(200).run();
        Exploration other = Explore.of(there, scenario).schedules(200).run();

        assertThat(other).isEqualTo(one);
        assertThat(used).contains(QUEUES, "shadow.java.util.concurrent.ArrayBlockingQueue");
    }
}
