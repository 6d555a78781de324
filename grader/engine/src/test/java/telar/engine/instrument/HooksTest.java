package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;
import telar.engine.runtime.Hooks;

/** Generated code knows the hooks by name only: here it is seen that they are there. */
class HooksTest {

    @Test
    void everyHookThatGeneratedCodeCallsIsThere() {
        assertThat(Type.getInternalName(Hooks.class)).isEqualTo(HookCalls.HOOKS);
        assertThat(signatures(Hooks.class)).containsAll(signatures(RecordingHooks.class));
    }

    private static List<String> signatures(Class<?> hooks) {
        return Arrays.stream(hooks.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isAnnotationPresent(RecordingHooks.Replaces.class))
                .map(HooksTest::signature)
                .toList();
    }

    private static String signature(Method method) {
        return method.getName() + Type.getMethodDescriptor(method);
    }
}
