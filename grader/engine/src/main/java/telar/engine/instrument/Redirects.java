package telar.engine.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which JDK methods are not called by instrumented code, and which static hook is called in place of each.
 *
 * <p>A hook takes the operands of the original call, the receiver first. Where a type of the original cannot be named by the
 * hooks (a class that the JDK does not export, or one that has a shadow copy), the hook says {@link Object}; the result is
 * cast to what the original gives. {@code owner.<init>(…)V} may be redirected too: the hook takes the constructor's arguments
 * and gives the new object; calls of a constructor by a subclass stay.
 *
 * <p>A method is redirected also where a subclass that inherits it is named at the call, but not where one is that overrides it; the
 * final methods of {@link Object} whatever is named. {@code super} calls of those of its methods that are not final are redirected where a hook
 * says so: {@code super java/lang/Object.hashCode()I}.
 */
public final class Redirects {

    private static final String OBJECT = "java/lang/Object";
    private static final String SUPER = "super ";
    private static final Set<String> FINAL_IN_OBJECT = Set.of("wait", "notify", "notifyAll", "getClass");

    private final Map<String, Hook> hooks = new HashMap<>();

    /** Names and descriptors of the redirected methods, whatever their owners. */
    private final Set<String> methods = new HashSet<>();

    /**
     * @param table {@code owner.name+descriptor}, perhaps after {@code super}, to {@code hookClass.method+descriptor}, internal names
     * @throws IllegalArgumentException if a hook cannot take the operands of what it replaces
     */
    public Redirects(Map<String, String> table) {
        table.forEach((original, hook) -> {
            hooks.put(original, checked(original, Hook.parse(hook)));
            methods.add(original.substring(original.lastIndexOf('.', original.indexOf('(')) + 1));
        });
    }

    /** What is called in place of {@code call}, if it is redirected. */
    Optional<Hook> of(Call call, ClassLibrary library) {
        if (!methods.contains(call.nameAndDescriptor())) {
            return Optional.empty();
        }
        if (call.isConstructor()) {
            return hook(call.owner() + "." + call.nameAndDescriptor());
        }
        if (FINAL_IN_OBJECT.contains(call.name()) && !call.isStatic() && hooks.containsKey(OBJECT + "." + call.nameAndDescriptor())) {
            return hook(OBJECT + "." + call.nameAndDescriptor());
        }
        Optional<Hook> exact = hook(call.owner() + "." + call.nameAndDescriptor());
        String declarer = exact.isPresent()
                ? call.owner()
                : library.declarerOfMethod(call.owner(), call.nameAndDescriptor()).map(ClassFacts::name).orElse("");
        boolean ofObject = declarer.equals(OBJECT) && call.opcode() == Opcodes.INVOKESPECIAL;
        return hook((ofObject ? SUPER : "") + declarer + "." + call.nameAndDescriptor());
    }

    private Optional<Hook> hook(String original) {
        return Optional.ofNullable(hooks.get(original));
    }

    private static Hook checked(String original, Hook hook) {
        String descriptor = original.substring(original.indexOf('('));
        int surplus = Type.getArgumentTypes(hook.descriptor()).length - Type.getArgumentTypes(descriptor).length;
        if (surplus < 0 || surplus > 1) {
            throw new IllegalArgumentException(hook + " takes other operands than " + original + ": change its parameters");
        }
        if (!ShadowNames.remapper().mapMethodDesc(hook.descriptor()).equals(hook.descriptor())) {
            throw new IllegalArgumentException(hook + " names a class that has a shadow copy: use Object in its place");
        }
        return hook;
    }

    /** A static method. */
    record Hook(String owner, String name, String descriptor) {

        static Hook parse(String text) {
            int parenthesis = text.indexOf('(');
            int dot = text.lastIndexOf('.', parenthesis);
            if (parenthesis < 0 || dot < 0) {
                throw new IllegalArgumentException("not of the form owner.method(arguments)result: " + text);
            }
            return new Hook(text.substring(0, dot), text.substring(dot + 1, parenthesis), text.substring(parenthesis));
        }

        Type returnType() {
            return Type.getReturnType(descriptor);
        }
    }
}
