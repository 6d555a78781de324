package telar.harness;

/** What a throwable says. Its methods may be the submission's own, so they are called with care. */
final class Complaint {
    private Complaint() {}

    /** Why something could not be judged, in one line: what was thrown, and the first place it went through. */
    static String of(Throwable thrown) {
        try {
            StackTraceElement[] frames = thrown.getStackTrace();
            return frames.length == 0 ? thrown.toString() : thrown + " (at " + frames[0] + ")";
        } catch (Throwable t) { // it cannot even say what it is
            return thrown.getClass().getName();
        }
    }

    /** Its message, or its class where it has none or does not tell. */
    static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? thrown.getClass().getName() : message;
        } catch (Throwable t) { // it cannot even say what it is
            return thrown.getClass().getName();
        }
    }

    /** Its class and its message. */
    static String sentence(Throwable thrown) {
        String name = thrown.getClass().getName();
        String message = message(thrown);
        return message.equals(name) ? name : name + ": " + message;
    }
}
