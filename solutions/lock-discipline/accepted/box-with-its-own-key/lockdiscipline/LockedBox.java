// Idea: the box hangs its own OneKeyLock on the door and waits on when it is interrupted.
package lockdiscipline;

import java.util.function.Function;

public final class LockedBox<T> {

    private final OneKeyLock door = new OneKeyLock();
    private final T content;

    public LockedBox(T content) {
        this.content = content;
    }

    public <R> R with(Function<T, R> visitor) {
        boolean interrupted = enter();
        try {
            return visitor.apply(content);
        } finally {
            door.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean enter() {
        boolean interrupted = false;
        while (true) {
            try {
                door.acquire();
                return interrupted;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
    }
}
