package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instrumented programs compute is what they computed before, and the hooks hear of it. */
class InstrumentationTest {

    private static final String SAMPLES = "telar.engine.instrument.sample.";

    private final InstrumentingLoader program = HookedParent.program(SAMPLES);
    private Object everything;

    @BeforeEach
    void create() throws ReflectiveOperationException {
        everything = program.loadClass(SAMPLES + "Everything").getConstructor().newInstance();
        HookedParent.events(program).clear();
    }

    private Object run(String method) throws ReflectiveOperationException {
        return everything.getClass().getMethod(method).invoke(everything);
    }

    /** The events without the lines. */
    private List<String> events() throws ReflectiveOperationException {
        return HookedParent.events(program).stream().map(event -> event.replaceAll(" @.*", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fields       | 2 1.5 5 5
            arrays       | 2 2.0 x
            monitors     | ownclass
            loops        | 3
            varHandles   | true 5 8
            buffers      | cba
            streams      | 6 3 x+y 2
            blocking     | qffalse
            external     | -1
            constructors | replaced-replaced-inner!replaced-d/e
            threads      | 3
            exits        | still here
            initializers | failed
            """)
    void computesWhatItDidBefore(String method, String result) throws ReflectiveOperationException {
        assertThat(run(method)).isEqualTo(result);
    }

    @Test
    void reportsFields() throws ReflectiveOperationException {
        run("fields");
        assertThat(events())
                .startsWith("write plain", "write wide", "read plain", "volWrite shared", "read wideStatic")
                .containsSubsequence("read wideStatic", "volRead shared", "write wideStatic");
    }

    @Test
    void reportsArrays() throws ReflectiveOperationException {
        run("arrays");
        assertThat(events())
                .containsSubsequence("arrWrite 0", "arrWrite 1", "arrRead 1", "arrWrite 1", "arrRead 0", "arrWrite 0")
                .containsSubsequence("arrRead 0", "arrWrite 0", "arrClone", "arrClone");
    }

    @Test
    void entersAndLeavesMonitors() throws ReflectiveOperationException {
        run("monitors");
        assertThat(events())
                .containsExactly("monEnter", "monEnter", "call", "notifyAll", "monExit", "monEnter", "monExit", "monExit");
    }

    @Test
    void leavesTheMonitorOfAMethodThatFails() throws ReflectiveOperationException {
        assertThatThrownBy(() -> run("failing"))
                .isInstanceOf(InvocationTargetException.class).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(events()).containsExactly("monEnter", "monExit");
    }

    @Test
    void endsClassInitializationThatFails() throws ReflectiveOperationException {
        run("initializers");
        assertThat(events()).containsExactly("initialises Unlucky", "clinitIn", "clinitOut");
    }

    @Test
    void tellsLoopsThatComputeFromLoopsThatWait() throws ReflectiveOperationException {
        run("loops");
        assertThat(events()).containsSubsequence("backEdge", "backEdge", "backEdge", "volRead shared", "yield", "volRead shared");
    }

    @Test
    void reportsVarHandlesWithTheirKinds() throws ReflectiveOperationException {
        run("varHandles");
        assertThat(events())
                .startsWith(
                        "vh Everything -1 " + Access.COMPARE_AND_SET,
                        "casPost true",
                        "vh Everything -1 " + Access.READ_MODIFY_WRITE,
                        "vh Everything -1 " + Access.READ,
                        "vh Everything -1 " + (Access.WRITE + Access.PLAIN));
    }

    @Test
    void handsBlockingCallsToTheScheduler() throws ReflectiveOperationException {
        run("blocking");
        assertThat(events()).contains("tx lock", "tx put", "tx await", "tx get", "tx take");
    }

    @Test
    void comesBackFromOutsideAlsoWhenTheCallFails() throws ReflectiveOperationException {
        run("external");
        assertThat(events()).containsExactly("extIn", "extOut", "extIn", "extOut");
    }

    @Test
    void redirectsMethodsOfThreadOnSubclassesThatOverrideThem() throws ReflectiveOperationException {
        run("threads");
        assertThat(events().stream().filter("start"::equals)).hasSize(3);
    }

    @Test
    void notesTheCopyingOfCollections() throws ReflectiveOperationException {
        assertThat(run("collections").toString()).startsWith("[1, 2] {k=2} ");
        assertThat(HookedParent.events(program).stream().filter(event -> event.startsWith("call")))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aSiteIsWhereTheSourceSays() throws ReflectiveOperationException {
        run("ownMonitor");
        Site site = Sites.get(Sites.id(new Site("Everything.java", 82, SAMPLES + "Everything", "ownMonitor", true)));
        assertThat(site.student()).isTrue();
        assertThat(HookedParent.events(program)).allMatch(event -> event.startsWith("notifyAll") || event.contains(" @"));
    }

    @Test
    void instrumentsInterfaces() throws ReflectiveOperationException {
        var implemented = (Supplier<?>)
                program.loadClass(SAMPLES + "WithDefaults$Implemented").getDeclaredConstructor().newInstance();
        assertThat(implemented.get()).isEqualTo("t1");
        assertThat(events()).contains("tx lock", "objAccess 1", "objAccess 0");
    }

    @ParameterizedTest
    @CsvSource({
        "Constants, false", "AnArray, true", "AnObject, true", "AVariable, true", "ACall, true", "AnEffect, true",
        "Plain, false", "Counting, true", "Registering, true", "1, false"
    })
    void anInitialiserMattersUnlessItOnlyMakesConstants(String type, boolean matters) throws ReflectiveOperationException {
        String name = SAMPLES + "Initialisers$" + type;
        InstrumentingLoader loader = HookedParent.program(SAMPLES);
        loader.loadClass(name);
        assertThat(loader.hasStaticInitializer(name)).isEqualTo(matters);
    }

    @Test
    void aFreshLoaderReadsTheCacheAndHasFreshStatics() throws ReflectiveOperationException {
        InstrumentingLoader shadow = HookedParent.shadow();
        ByteCache cache = new ByteCache();
        InstrumentingLoader first = InstrumentingLoader.program(shadow, n -> n.startsWith(SAMPLES), HookedParent::classFile, cache, n -> null);
        Class<?> one = Class.forName(SAMPLES + "Everything", true, first);
        InstrumentingLoader second = InstrumentingLoader.program(shadow, n -> n.startsWith(SAMPLES), n -> null, cache, n -> null);
        Class<?> other = Class.forName(SAMPLES + "Everything", true, second);
        assertThat(other).isNotSameAs(one);
        assertThat(second.defined()).contains(other).doesNotContain(one);
        assertThat(second.hasStaticInitializer(SAMPLES + "Everything")).isTrue();
        assertThat(other.desiredAssertionStatus()).isTrue();
    }
}
