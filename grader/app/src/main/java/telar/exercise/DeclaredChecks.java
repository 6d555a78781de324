package telar.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import telar.wire.Expected;
import telar.wire.Property;
import telar.wire.TimeMode;

/** Reads from class files, without loading them, which checks they declare, in the order of the source. */
public final class DeclaredChecks {
    private static final String HIDDEN = "Ltelar/check/Check;";
    private static final String VISIBLE = "Lorg/junit/jupiter/api/Test;";
    private static final String TAG = "Lorg/junit/jupiter/api/Tag;";
    private static final String REAL_TIME = "real-time";

    private final Exercise exercise;
    private final List<Check> checks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private DeclaredChecks(Exercise exercise) {
        this.exercise = exercise;
    }

    /**
     * The checks below folders of class files: visible tests first, then hidden checks.
     *
     * @throws KitException if two have the same id
     */
    public static List<Check> in(Exercise exercise, List<Path> visible, List<Path> hidden) {
        DeclaredChecks declared = new DeclaredChecks(exercise);
        visible.forEach(folder -> declared.read(folder, true));
        hidden.forEach(folder -> declared.read(folder, false));
        declared.demandThatNeedsExist();
        return List.copyOf(declared.checks);
    }

    private void demandThatNeedsExist() {
        for (Check check : checks) {
            if (check.needs().isPresent() && (!ids.contains(check.needs().get()) || check.needs().get().equals(check.id()))) {
                throw new KitException(
                        exercise.slug() + ": check " + check.id() + " needs \"" + check.needs().get()
                                + "\", which is no other check of this exercise. Correct needs = … in its annotation.");
            }
        }
    }

    private void read(Path folder, boolean visible) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                new ClassReader(Files.readAllBytes(file))
                        .accept(new Declarations(visible), ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new KitException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Check check) {
        if (!ids.add(check.id())) {
            throw new KitException(
                    exercise.slug() + ": two checks are called " + check.id() + ". Rename one: ids are unique within an exercise.");
        }
        checks.add(check);
    }

    private final class Declarations extends ClassVisitor {
        private final boolean visible;
        private String className;

        Declarations(boolean visible) {
            super(Opcodes.ASM9);
            this.visible = visible;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            className = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Declaration(name);
        }

        /** What the annotations of one method say. */
        private final class Declaration extends MethodVisitor {
            private final String method;
            private boolean isCheck;
            private int points;
            private int schedules;
            private Optional<Property> property = Optional.empty();
            private TimeMode time = TimeMode.IDEAL;
            private Expected expects = Expected.PASS;
            private Optional<String> needs = Optional.empty();

            Declaration(String method) {
                super(Opcodes.ASM9);
                this.method = method;
            }

            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean runtime) {
                isCheck |= descriptor.equals(visible ? VISIBLE : HIDDEN);
                if (!descriptor.equals(HIDDEN) && !descriptor.equals(TAG)) {
                    return null;
                }
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String name, Object value) {
                        switch (name) {
                            case "points" -> points = (Integer) value;
                            case "schedules" -> schedules = (Integer) value;
                            case "needs" -> needs = Optional.of((String) value).filter(id -> !id.isEmpty());
                            case "value" -> time = REAL_TIME.equals(value) ? TimeMode.REAL : time;
                            default -> {}
                        }
                    }

                    @Override
                    public void visitEnum(String name, String type, String value) {
                        switch (name) {
                            case "property" -> property = Optional.of(Property.valueOf(value));
                            case "time" -> time = TimeMode.valueOf(value);
                            case "expects" -> expects = Expected.valueOf(value);
                            default -> {}
                        }
                    }
                };
            }

            @Override
            public void visitEnd() {
                if (isCheck) {
                    int budget = schedules > 0 ? schedules : exercise.budget();
                    add(new Check(method, className, property, visible ? 0 : points, visible, time, budget, expects, needs));
                }
            }
        }
    }
}
