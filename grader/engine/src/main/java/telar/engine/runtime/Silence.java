package telar.engine.runtime;

/**
 * The explorer's eye on the thread with the baton: a net for code that the engine cannot see into, of which no verdict comes; and
 * the one kind of waiting that only the JVM knows of, for a class that another thread initialises.
 */
final class Silence {
    private static final long LIMIT_NANOS = 60_000_000_000L;
    static final long GLANCE_NANOS = 20_000_000L;

    /** Equal looks, a glance apart, at a thread asleep in the JVM while another one initialises a class. */
    private static final int LOOKS = 10;

    private final Execution execution;
    private long progress = -1;
    private long since = System.nanoTime();
    private String beat = "";
    private int equal;

    Silence(Execution execution) {
        this.execution = execution;
    }

    /**
     * Looks whether the thread with the baton gets on; ends the run if it does not.
     *
     * @return whether to look again after a while
     */
    boolean look(LogicalThread running) {
        // Read without order: only whether it moves counts. A loop that the engine sees is ended by its own count.
        long now = execution.progress() + (running == null ? 0 : running.work);
        if (now != progress) {
            progress = now;
            since = System.nanoTime();
            beat = "";
            equal = 0;
            return true;
        }
        LogicalThread initialiser = running == null ? null : execution.initialisations.initialiserAsideFrom(running);
        if (initialiser != null && running.carrier != null) {
            String heard = running.carrier.pulse().beat();
            equal = !heard.isEmpty() && heard.equals(beat) ? equal + 1 : 0;
            beat = heard;
            if (equal >= LOOKS) {
                // One that merely stands where others may go on would have gone on.
                execution.termination.end(
                        initialiser.pausesInAnInitialiser
                                ? new Ending.Cut()
                                : new Ending.Failed(Failures.initialiser(running, initialiser)));
                return false;
            }
        }
        if (System.nanoTime() - since > LIMIT_NANOS) {
            execution.termination.end(new Ending.Unjudged("no step for " + LIMIT_NANOS / 1_000_000_000L + " s" + where(running)));
            return false;
        }
        return true;
    }

    private static String where(LogicalThread stuck) {
        StringBuilder where = new StringBuilder();
        if (stuck != null) {
            for (StackTraceElement frame : stuck.carrier.getStackTrace()) {
                where.append(" < ").append(frame);
                if (where.length() > 600) {
                    break;
                }
            }
        }
        return where.toString();
    }
}
