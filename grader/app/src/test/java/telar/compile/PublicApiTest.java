package telar.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicApiTest {
    @TempDir
    private Path folder;

    @Test
    void listsWhatOthersCanUse() {
        assertThat(api("a", "public class A { public int n; int hidden; public A(String s) {} protected static void m(int[] a) {} void p() {} }").members())
                .containsExactly("class A", "int A.n", "new A(String)", "static void A.m(int[])");
    }

    @Test
    void aThreadNeedNotOverrideRun() {
        PublicApi overrides = api("a", "public class A extends Thread { @Override public void run() {} public void more() {} }");
        PublicApi inherits = api("b", "public class A extends Thread { public A() { super(() -> {}); } }");

        assertThat(overrides.missingIn(inherits)).containsExactly("void A.more()");
    }

    @Test
    void namesWhatIsMissing() {
        PublicApi skeleton = api("a", "public class A implements Runnable { public void run() {} public long n() { return 1; } }");
        PublicApi submission = api("b", "public class A { public void run() {} public int n() { return 1; } }");

        assertThat(skeleton.missingIn(submission)).containsExactly("A implements Runnable", "long A.n()");
    }

    private PublicApi api(String name, String source) {
        Compilation compiled = new SourceCompiler().compile(Map.of("A.java", source), List.of(), 17, folder.resolve(name));
        return PublicApi.of(((Compilation.Compiled) compiled).classes());
    }
}
