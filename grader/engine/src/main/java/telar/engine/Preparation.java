package telar.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import telar.engine.instrument.ClassPreparer;
import telar.engine.instrument.Redirects;
import telar.engine.instrument.ShadowNames;
import telar.engine.runtime.Replacements;
import telar.engine.scenario.ControlledClasses;

/**
 * Instruments classes ahead, into a folder, so that JVMs that explore programs need not. It loads none of them. A file for each class; what is
 * not there is instrumented by whoever needs it, so that leaving something out costs time and nothing else. Thread-safe.
 */
public final class Preparation {
    private static final String SUFFIX = ".prepared";

    private final ClassLoader libraries;
    private final ClassPreparer preparer;

    /** @param libraries sees the JDK, the test libraries and the engine, as the JVMs that explore do */
    public Preparation(ClassLoader libraries) {
        this.libraries = libraries;
        this.preparer = new ClassPreparer(libraries, new Redirects(Replacements.table()));
    }

    /** What is prepared in folders, as {@link Program#prepared} has it; earlier folders win. */
    public static Function<String, byte[]> in(List<Path> folders) {
        List<Path> all = List.copyOf(folders);
        return name -> {
            for (Path folder : all) {
                Path file = folder.resolve(name + SUFFIX);
                if (Files.exists(file)) {
                    return contents(file);
                }
            }
            return null;
        };
    }

    /** Prepares the copies of the running JDK's classes. */
    public void prepareJdk(Path into) {
        for (String name : ShadowNames.all()) {
            write(into, name, preparer::copy);
        }
    }

    /** Prepares classes of a program that lie in a jar of the libraries. */
    public void prepare(Program program, List<String> names, Path into) {
        Function<String, byte[]> prepares = preparer.of(program.controlled(), program.bytes());
        for (String name : names) {
            write(into, name, prepares);
        }
    }

    /** Prepares all classes below the folders, as {@link ControlledClasses#below} has them. */
    public void prepare(List<Path> folders, Path into) {
        Program program = ControlledClasses.below(libraries, folders).program();
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            classesBelow(folder).filter(program.controlled()).forEach(names::add);
        }
        prepare(program, names.stream().distinct().toList(), into);
    }

    private static Stream<String> classesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class that cannot be instrumented is left out: whoever needs it will try again, and say what is wrong with it. */
    private static void write(Path into, String name, Function<String, byte[]> prepares) {
        byte[] prepared;
        try {
            prepared = prepares.apply(name);
        } catch (RuntimeException e) {
            return;
        }
        try {
            Files.createDirectories(into);
            Files.write(into.resolve(name + SUFFIX), prepared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
