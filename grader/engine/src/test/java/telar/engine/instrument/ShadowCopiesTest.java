package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import telar.engine.runtime.Replacements;

/** On the running JDK, with the runtime's own hooks. */
class ShadowCopiesTest {

    private final List<String> shadowed = JdkClasses.shadowed();

    @Test
    void everyCopyIsDefinedVerifiedAndInitialised() {
        JdkClasses.export();
        InstrumentingLoader loader =
                InstrumentingLoader.shadow(getClass().getClassLoader(), new Redirects(Replacements.table()), name -> null);
        Map<String, String> bad = new TreeMap<>();
        for (String name : shadowed) {
            String copy = "shadow." + name.replace('/', '.');
            try {
                Class<?> type = Class.forName(copy, true, loader);
                type.getDeclaredMethods();
                type.getDeclaredFields();
            } catch (Throwable e) { // whatever it is, it goes into the message
                bad.put(copy, rootOf(e).toString());
            }
        }
        assertThat(bad).isEmpty();
        assertThat(shadowed).hasSizeGreaterThan(800);
        assertThat(loader.defined()).hasSize(shadowed.size());
    }

    @Test
    void oneCopyMeansAnotherByItsNewName() throws ReflectiveOperationException {
        InstrumentingLoader loader = HookedParent.shadow();
        Class<?> executors = Class.forName("shadow.java.util.concurrent.Executors", true, loader);
        Object pool = executors.getMethod("newFixedThreadPool", int.class).invoke(null, 2);
        assertThat(pool.getClass().getName()).isEqualTo("shadow.java.util.concurrent.ThreadPoolExecutor");
        assertThat(pool).isInstanceOf(java.util.concurrent.ExecutorService.class);
        assertThat(loader.isLoaded("shadow.java.util.concurrent.LinkedBlockingQueue")).isTrue();
        assertThat(loader.isLoaded("shadow.java.util.concurrent.Phaser")).isFalse();
        assertThat(loader.hasStaticInitializer("shadow.java.util.concurrent.ThreadPoolExecutor")).isTrue();
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
