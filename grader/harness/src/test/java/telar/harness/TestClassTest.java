package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import telar.engine.Scenario;
import telar.engine.scenario.TestClass;

/** What runs before and after a check is read from its class file. */
class TestClassTest {
    @Test
    void readsWhatRunsBeforeAndAfter() {
        assertThat(read(Derived.class).scenario("body"))
                .isEqualTo(
                        new Scenario(
                                Derived.class.getName(),
                                List.of("first", "overridden", "second"),
                                "body",
                                List.of("last", "lastOfAll")));
    }

    @Test
    void nothingIsInitialised() {
        assertThat(read(Explosive.class).before()).isEmpty();
    }

    @Test
    void refusesWhatIsNoClassOrHasParameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestClass.read("no.Such", name -> null))
                .withMessage("there is no class no.Such");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(WithParameters.class))
                .withMessage("the method before must be void and have no parameters to run before or after a check");
    }

    private static TestClass read(Class<?> type) {
        return TestClass.read(type.getName(), TestClassTest::bytes);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = TestClassTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract static class Base {
        @BeforeEach
        void first() {}

        @BeforeEach
        void overridden() {}

        @AfterEach
        void lastOfAll() {}
    }

    static final class Derived extends Base {
        @Override
        @BeforeEach
        void overridden() {}

        @BeforeEach
        void second() {}

        @AfterEach
        void last() {}
    }

    static final class WithParameters {
        @BeforeEach
        void before(TestInfo info) {}
    }

    static final class Explosive {
        static final int NEVER = Integer.parseInt("never");
    }
}
