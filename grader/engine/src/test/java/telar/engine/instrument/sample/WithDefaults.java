package telar.engine.instrument.sample;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** An interface with code: its bridges cannot be private where old class files are concerned. */
public interface WithDefaults extends Supplier<String> {

    StringBuilder TEXT = new StringBuilder("t");

    @Override
    default String get() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        TEXT.append(1);
        Supplier<String> print = TEXT::toString;
        return print.get();
    }

    /** The interface implemented. */
    final class Implemented implements WithDefaults {}
}
