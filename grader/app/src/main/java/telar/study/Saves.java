package telar.study;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/** Waits for somebody to save a source file of an exercise. Editors write in several steps; one save is told once. */
public final class Saves implements AutoCloseable {
    /** An editor has finished when nothing has changed for so long. */
    private static final long QUIET_MILLIS = 200;

    private final Exercise exercise;
    private final WatchService watch;
    private String last;

    /** Whatever is saved from now on is noticed, also between two calls of {@link #awaitNext}. */
    public Saves(Exercise exercise) {
        this.exercise = exercise;
        try {
            watch = exercise.folder().getFileSystem().newWatchService();
            try (Stream<Path> folders = Files.walk(exercise.folder().resolve("src")).filter(Files::isDirectory)) {
                for (Path folder : (Iterable<Path>) folders::iterator) {
                    folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                }
            }
        } catch (IOException e) {
            throw new KitException(exercise.folder() + " cannot be watched: " + e.getMessage() + ". Run the command without --watch.", e);
        }
        last = Sources.digest(exercise);
    }

    /** Returns when the sources differ from what they were at the last call. */
    public void awaitNext() throws InterruptedException {
        while (true) {
            for (WatchKey key = watch.take(); key != null; key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                key.pollEvents();
                key.reset();
            }
            String now = Sources.digest(exercise);
            if (!now.equals(last)) {
                last = now;
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException e) {
            // Nothing is lost.
        }
    }
}
