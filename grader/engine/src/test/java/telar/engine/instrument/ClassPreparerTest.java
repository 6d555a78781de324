package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import telar.engine.instrument.sample.StandIns;
import telar.engine.runtime.Replacements;

/** A class that was prepared is the class that would have been instrumented on the spot. */
class ClassPreparerTest {
    private static final ClassLoader LIBRARIES = ClassPreparerTest.class.getClassLoader();
    private static final Redirects REDIRECTS = new Redirects(Replacements.table());

    private final ClassPreparer preparer = new ClassPreparer(LIBRARIES, REDIRECTS);

    @Test
    void everyCopySurvivesTheWay() throws IOException {
        ClassLibrary library = ClassLibrary.of(LIBRARIES);
        List<String> different = new ArrayList<>();
        List<String> names = ShadowNames.all();
        for (String name : names) {
            String original = ShadowNames.original(name).replace('.', '/');
            var here = ClassInstrumenter.instrument(library.classFile(original), original, false, library, REDIRECTS).numbered();
            var there = PreparedClass.read(preparer.copy(name)).numbered();
            if (!Arrays.equals(here.classFile(), there.classFile()) || here.staticInitializer() != there.staticInitializer()) {
                different.add(name);
            }
        }
        assertThat(different).isEmpty();
        assertThat(names).hasSizeGreaterThan(800).contains("shadow.java.util.List", "shadow.java.util.concurrent.FutureTask$WaitNode");
    }

    @Test
    void everyCopyIsThere() {
        assertThat(ShadowNames.all())
                .containsAll(JdkClasses.shadowed().stream().map(name -> "shadow." + name.replace('/', '.')).toList());
    }

    @Test
    void aProgramsClassIsPreparedWithNumbersOfTheJvmThatRunsIt() throws ReflectiveOperationException {
        var prepares = preparer.of(n -> n.startsWith(StandIns.class.getName()), HookedParent::classFile);
        byte[] prepared = prepares.apply(StandIns.class.getName());
        Sites.id(new Site("Elsewhere.java", 1, "elsewhere.Elsewhere", "moves", true)); // so that the numbers are not what they were
        InstrumentingLoader loader = InstrumentingLoader.program(
                InstrumentingLoader.shadow(LIBRARIES, REDIRECTS, name -> null),
                StandIns.class.getName()::equals,
                name -> null,
                new ByteCache(),
                name -> name.equals(StandIns.class.getName()) ? prepared : null);

        var type = Class.forName(StandIns.class.getName(), true, loader);
        assertThat(type.getClassLoader()).isSameAs(loader);
        var standIns = (IntSupplier) type.getDeclaredConstructor().newInstance();
        assertThat(standIns.getAsInt()).as("numbers of the program's own that look like stand-ins").isEqualTo(new StandIns().getAsInt());
    }
}
