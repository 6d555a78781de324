package telar.check;

/** A piece of a check. It may throw anything. */
@FunctionalInterface
public interface Body {
    void run() throws Exception;
}
