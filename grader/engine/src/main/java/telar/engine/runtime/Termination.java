package telar.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import telar.engine.Failure;
import telar.engine.runtime.LogicalThread.State;

/** How one run ends: completed, stuck or cut off; and how its threads are unwound after that. */
final class Termination {
    private final Execution execution;

    /** Volatile: set by the thread that ends the run, asked by the explorer. */
    private volatile boolean ended;

    /** The thread whose death ended the run, if one did. Volatile: read by every carrier that lets go of its thread. */
    private volatile LogicalThread last;

    private Ending ending;
    private boolean bodyDone;
    private boolean interrupted;

    Termination(Execution execution) {
        this.execution = execution;
    }

    /** How the run ended, or null while it goes on. */
    Ending ending() {
        return ending;
    }

    /** Whether the first thread, which runs the body, has ended. */
    boolean bodyDone() {
        return bodyDone;
    }

    void bodyEnds() {
        bodyDone = true;
    }

    // ---- why a run ends

    /** Nobody can ever go on, except daemons and sleepers that do not matter. */
    void stuck(LogicalThread me) {
        List<LogicalThread> threads = execution.threads();
        List<LogicalThread> left = threads.stream().filter(t -> t.alive() && !t.daemon).toList();
        if (execution.outside.waitsForAPerson()) {
            finish(new Ending.Unjudged("it waits for somebody to type something"), me);
            return;
        }
        boolean harmless = bodyDone && left.stream().allMatch(Failures::idleOrNapping) && Failures.cycle(threads) == null;
        if (harmless) {
            complete(me);
        } else if (left.stream().anyMatch(t -> t.state == State.IDLE_LOOP)) {
            finish(new Ending.Failed(Failures.noProgress(threads)), me);
        } else {
            Failure failure = Failures.deadlock(threads);
            for (LogicalThread thread : left) {
                if (!thread.saidThatItWaits && thread.state != State.WAITING && thread.state != State.JOINING) {
                    execution.note(thread, () -> Failures.waiting(thread));
                }
            }
            finish(new Ending.Failed(failure), me);
        }
    }

    /** Everybody who counts has come to an end: that is well if nobody took a lock along. */
    void complete(LogicalThread me) {
        Optional<Failure> kept = Failures.lockKeptByTheDead(execution, execution.objects.known());
        finish(kept.<Ending>map(Ending.Failed::new).orElseGet(Ending.Completed::new), me);
    }

    /** The run has taken as many steps as it may. */
    void cut(LogicalThread me) {
        boolean timeStandsStill = execution.clock.stepsSinceItMoved() > execution.maxSteps() / 2;
        boolean forEver =
                execution.chooser instanceof Execution.FairChooser && timeStandsStill || execution.repetition.goesOnForEver();
        if (forEver && !execution.outside.hope()) {
            if (bodyDone && execution.threads().stream().filter(t -> t.alive() && !t.daemon).allMatch(Failures::runningOrNapping)) {
                complete(me);
            } else {
                finish(new Ending.Failed(Failures.noProgress(execution.threads())), me);
            }
        } else {
            finish(new Ending.Cut(), me);
        }
    }

    // ---- the end

    /** Ends the run; the calling thread unwinds. */
    void finish(Ending how, LogicalThread me) {
        if (Thread.currentThread() == execution.explorer) {
            end(how);
            return;
        }
        if (me.state == State.DEAD) {
            if (ending == null) {
                ending = how;
            }
            last = me; // the explorer is told when its carrier has let go of it, which saves waking it twice
            return;
        }
        end(how);
        ((Carrier) Thread.currentThread()).await();
        unwind(me);
    }

    void finish(Failure failure, LogicalThread me) {
        finish(new Ending.Failed(failure), me);
    }

    /** Ends the run without unwinding the calling thread. */
    void end(Ending how) {
        if (ending == null) {
            ending = how;
        }
        ended = true;
        LockSupport.unpark(execution.explorer);
    }

    /** A carrier has let go of a thread. Only at the end does the explorer wait for that. */
    void threadGone(LogicalThread thread) {
        if (thread == last) {
            ended = true;
        }
        if (execution.over || ended) {
            LockSupport.unpark(execution.explorer);
        }
    }

    /** The explorer's part while the run goes on: it watches, and decides while nobody has the baton. */
    void await() {
        Silence silence = new Silence(execution);
        while (!ended) {
            if (Thread.interrupted()) {
                interrupted = true;
                end(new Ending.Unjudged("the exploration was interrupted"));
            } else if (execution.outside.nobodyHasTheBaton()) {
                execution.outside.decide();
            } else if (silence.look(Baton.holder())) {
                LockSupport.parkNanos(execution, Silence.GLANCE_NANOS);
            }
        }
    }

    // ---- unwinding

    /** Unwinds every thread, those first that keep a class from being initialised: others may wait for it in the JVM itself. */
    void tearDown() {
        execution.over = true;
        execution.step = new Step(0, -1, false, 0, false, execution.locations, -1); // what unwinding touches belongs to no step
        execution.outside.close();
        List<LogicalThread> left = new ArrayList<>();
        for (LogicalThread thread : execution.threads()) {
            if (!thread.isGone() && thread.carrier != null) {
                left.add(thread.initializing > 0 ? 0 : left.size(), thread);
            }
        }
        for (LogicalThread thread : left) {
            Baton.passWithoutCounting(thread);
            if (thread.state == State.OUTSIDE) {
                thread.carrier.interrupt(); // what was opened is closed; an interrupt ends other waits
            }
            if (thread.state != State.DEAD) { // a dead one needs no baton to let go of its carrier
                thread.carrier.wake();
            }
            // A net: a thread that blocks for real is left to itself.
            long patience = System.nanoTime() + 500_000_000L;
            while (!thread.isGone() && !thread.abandoned && System.nanoTime() < patience) {
                LockSupport.parkNanos(execution, 50_000_000L);
                interrupted |= Thread.interrupted(); // it would keep this thread from parking
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the program's code on a thread whose run is over. Throws, unless the thread has swallowed that too often. */
    void unwind(LogicalThread me) {
        if (me.abandoned) {
            return;
        }
        if (++me.unwindings > 200) {
            me.abandoned = true;
            LockSupport.unpark(execution.explorer);
            while (true) {
                LockSupport.park(execution);
            }
        }
        throw Teardown.INSTANCE;
    }
}
