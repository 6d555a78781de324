package telar.engine.instrument;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the classes that are copied use of the running JDK and what a copy, being in another package and another module, cannot:
 * package-private and protected members, classes that are not public or not exported, native methods, and knowledge of the caller.
 */
final class UnreachableMembers {

    private static final Module BASE = Object.class.getModule();
    private static final Module COPIES = UnreachableMembers.class.getModule(); // unnamed, as theirs

    private final ClassLibrary jdk = ClassLibrary.of(ClassLoader.getPlatformClassLoader());
    private final Map<String, Set<String>> found = new TreeMap<>();

    private UnreachableMembers() {}

    /** What is unreachable, to the classes that use it. */
    static Map<String, Set<String>> ofTheRunningJdk() {
        UnreachableMembers members = new UnreachableMembers();
        for (String name : JdkClasses.shadowed()) {
            new ClassReader(members.jdk.classFile(name))
                    .accept(members.new User(name), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return members.found;
    }

    private void note(String what, String user) {
        found.computeIfAbsent(what, key -> new TreeSet<>()).add(user);
    }

    private void use(String user, String owner, String member, Optional<ClassFacts> declarer, Map<String, Integer> members) {
        if (declarer.isEmpty() || member.startsWith("clone(")) {
            return;
        }
        String declaring = declarer.get().name();
        int access = members.get(member);
        String full = declaring + "." + member;
        if (!BASE.isExported(packageOf(owner), COPIES)) {
            note("not exported: " + owner + "." + member, user);
        } else if ((access & Opcodes.ACC_PROTECTED) != 0) {
            if (!jdk.isSubclass(user, declaring)) {
                note("protected: " + full, user);
            }
        } else if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE)) == 0) {
            note("package-private: " + full, user);
        } else if (jdk.facts(owner).filter(f -> !f.has(Opcodes.ACC_PUBLIC)).isPresent()) {
            note("in a package-private class: " + owner + "." + member, user);
        }
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/')).replace('/', '.');
    }

    private final class User extends ClassVisitor {
        private final String name;

        User(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visit(int version, int access, String self, String signature, String superName, String[] interfaces) {
            mention(superName);
            for (String i : interfaces) {
                mention(i);
            }
        }

        /** As a supertype, in a cast, a test or a creation. */
        private void mention(String type) {
            if (!ShadowNames.shadow(type)) {
                if (!BASE.isExported(packageOf(type), COPIES)) {
                    note("type not exported: " + type, name);
                }
                if (jdk.facts(type).filter(f -> !f.has(Opcodes.ACC_PUBLIC)).isPresent()) {
                    note("type package-private: " + type, name);
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                note("native: " + name + "." + method + descriptor, name);
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.contains("CallerSensitive")) {
                        note("caller-sensitive: " + name + "." + method + descriptor, name);
                    }
                    return null;
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    if (!type.startsWith("[")) {
                        mention(type);
                    }
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (!ShadowNames.shadow(owner)) {
                        Optional<ClassFacts> declarer = jdk.declarerOfField(owner, field);
                        use(name, owner, field, declarer, declarer.map(ClassFacts::fields).orElse(Map.of()));
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    if (!ShadowNames.shadow(owner) && !owner.startsWith("[")) {
                        Optional<ClassFacts> declarer = jdk.declarerOfMethod(owner, called + type);
                        use(name, owner, called + type, declarer, declarer.map(ClassFacts::methods).orElse(Map.of()));
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
                            visitMethodInsn(0, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
                        }
                    }
                }
            };
        }
    }
}
