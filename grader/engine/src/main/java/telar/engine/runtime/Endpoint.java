package telar.engine.runtime;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PipedOutputStream;
import java.io.PipedWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is at the far end of a stream, reader or writer, below all that the JDK wraps around it: memory, a file, or something for
 * which a thread may have to wait.
 */
final class Endpoint {
    /** Never waits, or is the program's own class, whose waits are seen for themselves. */
    static final Object IN_MEMORY = "memory";

    /** Does not wait to speak of; what is read there is not the engine's. */
    static final Object FILE = "a file";

    /** The standard input. */
    static final Object KEYBOARD = "the standard input";

    /** Not known before the call: a connection being made. */
    static final Object NEW = "something new";

    private static final Set<String> MEMORY =
            Set.of(
                    "java.io.ByteArrayInputStream",
                    "java.io.ByteArrayOutputStream",
                    "java.io.CharArrayReader",
                    "java.io.CharArrayWriter",
                    "java.io.StringReader",
                    "java.io.StringWriter",
                    "java.io.InputStream$1",
                    "java.io.OutputStream$1",
                    "java.io.Reader$1",
                    "java.io.Writer$1",
                    "java.io.StringBufferInputStream");

    /** The fields in which the JDK's streams keep the one below. */
    private static final Set<String> BELOW = Set.of("in", "out", "sd", "se", "ch", "bin", "bout", "source");

    private static final ClassValue<List<Long>> OFFSETS_BELOW =
            new ClassValue<>() {
                @Override
                protected List<Long> computeValue(Class<?> type) {
                    List<Long> offsets = new ArrayList<>();
                    for (Class<?> owner = type; owner != null && ofTheJdk(owner); owner = owner.getSuperclass()) {
                        for (Field field : owner.getDeclaredFields()) {
                            if (BELOW.contains(field.getName())
                                    && !field.getType().isPrimitive()
                                    && !Modifier.isStatic(field.getModifiers())) {
                                offsets.add(Jdk.fieldOffset(owner, field.getName()));
                            }
                        }
                    }
                    return offsets;
                }
            };

    private Endpoint() {}

    /** What a call on this receiver ends at; null stands for the receiver of a constructor or static method. */
    static Object of(Object receiver) {
        if (receiver == null) {
            return NEW;
        }
        Object at = receiver;
        for (int depth = 0; depth < 30; depth++) {
            Class<?> type = at.getClass();
            if (!ofTheJdk(type) || MEMORY.contains(type.getName())) {
                return IN_MEMORY;
            }
            if (type.getName().startsWith("java.lang.Process")) {
                return at;
            }
            if (type == FileOutputStream.class) {
                return IN_MEMORY;
            }
            if (type == FileInputStream.class) {
                return isStandardInput((FileInputStream) at) ? KEYBOARD : FILE;
            }
            if (type.getName().equals("sun.nio.ch.FileChannelImpl")) {
                return FILE;
            }
            Object below = below(at, type);
            if (below == null) {
                return at;
            }
            at = below;
        }
        return at;
    }

    private static Object below(Object stream, Class<?> type) {
        for (long offset : OFFSETS_BELOW.get(type)) {
            Object below = Jdk.getReference(stream, offset);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static boolean isStandardInput(FileInputStream stream) {
        try {
            return stream.getFD() == FileDescriptor.in;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ofTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Lets a thread that waits at a pipe in memory look again whether the other side has done something. */
    static void nudge(Object end) {
        Object pipe = end;
        if (end instanceof PipedOutputStream) {
            pipe = Jdk.getReference(end, Jdk.fieldOffset(PipedOutputStream.class, "sink"));
        } else if (end instanceof PipedWriter) {
            pipe = Jdk.getReference(end, Jdk.fieldOffset(PipedWriter.class, "sink"));
        }
        if (pipe instanceof java.io.PipedInputStream || pipe instanceof java.io.PipedReader) {
            synchronized (pipe) { // the pipe's own lock: nobody holds it while waiting
                pipe.notifyAll();
            }
        }
    }
}
