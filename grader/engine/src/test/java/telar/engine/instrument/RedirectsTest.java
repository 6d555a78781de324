package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class RedirectsTest {

    private static final String HOOKS = "telar/engine/runtime/Hooks.";

    private final ClassLibrary library = ClassLibrary.of(RedirectsTest.class.getClassLoader());
    private final Redirects redirects = new Redirects(Map.of(
            "java/lang/Object.wait()V", HOOKS + "waitFor(Ljava/lang/Object;)V",
            "java/lang/Object.hashCode()I", HOOKS + "hash(Ljava/lang/Object;)I",
            "super java/lang/Object.hashCode()I", HOOKS + "identity(Ljava/lang/Object;)I",
            "java/lang/Thread.start()V", HOOKS + "start(Ljava/lang/Thread;)V",
            "java/lang/Thread.sleep(J)V", HOOKS + "sleep(J)V"));

    private String hook(int opcode, String owner, String name, String descriptor) {
        return redirects.of(new Call(opcode, owner, name, descriptor, false), library).map(Redirects.Hook::name).orElse("none");
    }

    @Test
    void finalMethodsOfObjectAreRedirectedOnEveryOwner() {
        assertThat(hook(Opcodes.INVOKEVIRTUAL, "java/util/ArrayList", "wait", "()V")).isEqualTo("waitFor");
        assertThat(hook(Opcodes.INVOKESPECIAL, "java/lang/Object", "wait", "()V")).isEqualTo("waitFor");
    }

    @Test
    void hashCodeIsRedirectedWhereItMayBeTheIdentity() {
        assertThat(hook(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I")).isEqualTo("hash");
        assertThat(hook(Opcodes.INVOKESPECIAL, "java/lang/Object", "hashCode", "()I")).isEqualTo("identity");
        assertThat(hook(Opcodes.INVOKEVIRTUAL, "java/lang/String", "hashCode", "()I")).isEqualTo("none");
    }

    @Test
    void methodsOfThreadAreRedirectedOnSubclassesThatDoNotOverrideThem() {
        String inheriting = "java/util/concurrent/ForkJoinWorkerThread";
        assertThat(hook(Opcodes.INVOKEVIRTUAL, inheriting, "start", "()V")).isEqualTo("start");
        assertThat(hook(Opcodes.INVOKESTATIC, inheriting, "sleep", "(J)V")).isEqualTo("sleep");
        assertThat(hook(Opcodes.INVOKEVIRTUAL, Overriding.class.getName().replace('.', '/'), "start", "()V")).isEqualTo("none");
        assertThat(hook(Opcodes.INVOKEVIRTUAL, "java/util/Timer", "start", "()V")).isEqualTo("none");
    }

    static final class Overriding extends Thread {
        @Override
        public synchronized void start() {
            super.start();
        }
    }

    @Test
    void aHookThatTakesOtherOperandsIsRejected() {
        assertThatThrownBy(() -> new Redirects(Map.of("java/lang/Thread.join(JI)V", HOOKS + "join(Ljava/lang/Thread;)V")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes other operands than java/lang/Thread.join(JI)V");
    }

    @Test
    void aHookThatNamesAClassWithACopyIsRejected() {
        assertThatThrownBy(() -> new Redirects(Map.of("a/B.c(Ljava/util/Timer;)V", HOOKS + "c(La/B;Ljava/util/Timer;)V")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use Object in its place");
    }
}
