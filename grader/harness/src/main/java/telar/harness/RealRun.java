package telar.harness;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import telar.engine.Planned;
import telar.engine.scenario.TestClass;
import telar.wire.Diagnosis;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Plan.PlannedCheck;

/**
 * One check in real time: uninstrumented classes, a thread and a thread group of its own, one run. Nothing here is a matter of
 * speed: the cap is a net for code that hangs.
 */
final class RealRun {
    private static final Duration CAP = Duration.ofSeconds(60);

    private final List<Path> folders;
    private final TestClass type;
    private final PlannedCheck check;

    /** What broke, first thing first; filled by the check's thread and by the submission's, read when the check's has ended. */
    private final ConcurrentLinkedQueue<FailureSeen> failures = new ConcurrentLinkedQueue<>();

    /** Whether the check came to its end; a pass needs it. Written by the check's thread; joining that thread orders the read. */
    private boolean completed;

    RealRun(List<Path> folders, TestClass type, PlannedCheck check) {
        this.folders = List.copyOf(folders);
        this.type = type;
        this.check = check;
    }

    Observation observe() throws InterruptedException, IOException {
        try (URLClassLoader loader = new URLClassLoader(urls(), RealRun.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            Thread thread = new Thread(new Group(), () -> run(loader), "main");
            thread.setContextClassLoader(loader);
            thread.setDaemon(false);
            thread.start();
            thread.join(CAP.toMillis());
            if (thread.isAlive()) {
                return Seen.inRealTime(check.id(), Optional.of(stillRunning(thread)));
            }
            if (!completed && failures.isEmpty()) {
                failures.add(seen("EXCEPTION", Optional.empty(), "", "The check's thread ended without a result."));
            }
            return Seen.inRealTime(check.id(), Optional.ofNullable(failures.peek()));
        }
    }

    private void run(ClassLoader loader) {
        try {
            Class<?> loaded = loader.loadClass(type.name());
            var constructor = loaded.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object instance = constructor.newInstance();
            try {
                for (String before : type.before()) {
                    call(instance, before);
                }
                call(instance, check.method());
            } catch (Throwable t) {
                failures.add(failure(t));
            }
            for (String after : type.after()) {
                call(instance, after);
            }
            completed = true;
        } catch (Throwable t) { // what ends a check is what it found
            failures.add(failure(t));
        }
    }

    private static void call(Object instance, String name) throws ReflectiveOperationException {
        Method method = find(instance.getClass(), name);
        method.setAccessible(true);
        method.invoke(instance);
    }

    private static Method find(Class<?> start, String name) throws NoSuchMethodException {
        for (Class<?> type = start; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    return method;
                }
            }
        }
        throw new NoSuchMethodException("no method " + name + " without parameters in " + start.getName());
    }

    private FailureSeen failure(Throwable thrown) {
        Throwable error = thrown instanceof InvocationTargetException invoked ? invoked.getCause() : thrown;
        boolean assertion = error instanceof AssertionError;
        return seen(
                assertion ? "ASSERTION" : "EXCEPTION",
                Seen.diagnosis(error),
                error.getClass().getName(),
                assertion ? Complaint.message(error) : Complaint.sentence(error) + place(error));
    }

    private String place(Throwable error) {
        try {
            String where = Frames.where(error.getStackTrace(), frame -> Frames.isIn(folders, frame));
            return where.isEmpty() ? "" : " (" + where + ")";
        } catch (Throwable t) { // the method may be the submission's own
            return "";
        }
    }

    private FailureSeen stillRunning(Thread thread) {
        String where = Frames.where(thread.getStackTrace(), frame -> Frames.isIn(folders, frame));
        thread.interrupt();
        return seen(
                "NO_PROGRESS",
                Optional.of(Diagnosis.TIME_LIMIT),
                "",
                "This was still running after " + CAP.toSeconds() + " seconds" + (where.isEmpty() ? "." : ", " + where + "."));
    }

    private static FailureSeen seen(String kind, Optional<Diagnosis> diagnosis, String errorClass, String message) {
        return new FailureSeen(kind, Set.of(), diagnosis, errorClass, message, "", List.of(), List.of());
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path folder : folders) {
            urls.add(folder.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Catches what ends a submitted thread. */
    private final class Group extends ThreadGroup {
        Group() {
            super("check");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof Planned)) {
                failures.add(failure(thrown));
            }
        }
    }
}
