// Wrong: nothing keeps the second visitor out while the first one is at the coins.
package lockdiscipline;

import java.util.function.Function;

public final class LockedBox<T> {

    private final T content;

    public LockedBox(T content) {
        this.content = content;
    }

    public <R> R with(Function<T, R> visitor) {
        return visitor.apply(content);
    }
}
