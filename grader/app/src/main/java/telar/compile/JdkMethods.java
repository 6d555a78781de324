package telar.compile;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Methods that a class has from the JDK's classes and interfaces above it, whether or not it overrides them. */
final class JdkMethods {

    private JdkMethods() {}

    /** Name and descriptor of each that others can call on an instance. */
    static Set<String> above(String superName, String[] interfaces) {
        Set<String> methods = new HashSet<>();
        Stream.concat(Stream.ofNullable(superName), Arrays.stream(interfaces))
                .filter(name -> name.startsWith("java/"))
                .forEach(name -> add(name.replace('/', '.'), methods));
        return methods;
    }

    private static void add(String name, Set<String> to) {
        try {
            // The JDK's own class, from the JDK's own loader: never one of a submission.
            Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
            for (Class<?> above = type; above != null; above = above.getSuperclass()) {
                Stream.concat(Arrays.stream(above.getDeclaredMethods()), Arrays.stream(above.getMethods()))
                        .filter(JdkMethods::offered)
                        .forEach(method -> to.add(method.getName() + Type.getMethodDescriptor(method)));
            }
        } catch (ClassNotFoundException e) {
            // Newer than this JDK, so nothing that was compiled for it can be graded here; it is compared as it stands.
        }
    }

    private static boolean offered(Method method) {
        return (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && !Modifier.isStatic(method.getModifiers());
    }
}
