package telar.engine.instrument.sample;

import java.util.function.IntSupplier;

/** Holds numbers that look like those which stand, in prepared classes, for numbers still to come. */
public final class StandIns implements IntSupplier {
    private int last = 0x5E1A_0000;

    @Override
    public int getAsInt() {
        last += 0x5E1A_0001;
        return last ^ 0x5E1B_0000;
    }
}
