package telar.wire;

import java.io.IOException;

/** What was read is not what an honest peer writes. Nothing after it may be believed. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    WireException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong with it. */
    public enum Kind {
        /** The stream ends inside a frame, or before the last fact. */
        TRUNCATED,
        /** A frame, a text or a list is longer than any honest one. */
        OVERSIZE,
        /** The frame was not written with this run's key, or was changed on its way. */
        UNAUTHENTICATED,
        /** A frame comes a second time. */
        DUPLICATE,
        /** A frame was left out. */
        MISSING,
        /** The frame is authentic but its content makes no sense. */
        MALFORMED,
        /** The fact cannot come at this place: the order is {@code Ready, (Started, Observed)*, Finished}. */
        OUT_OF_ORDER
    }
}
