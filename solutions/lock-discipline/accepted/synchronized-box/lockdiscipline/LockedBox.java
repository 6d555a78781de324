// Idea: the box is its own lock; synchronized opens it on every way out by itself.
package lockdiscipline;

import java.util.function.Function;

public final class LockedBox<T> {

    private final T content;

    public LockedBox(T content) {
        this.content = content;
    }

    public synchronized <R> R with(Function<T, R> visitor) {
        return visitor.apply(content);
    }
}
