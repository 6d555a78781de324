package telar.wire;

import java.util.Optional;

/** Which fact may follow which: {@code Ready, (Started, Observed)*, Finished}; Unfit alone; Hanging last. */
final class FactOrder {
    private boolean ready;
    private boolean ended;
    private Optional<String> running = Optional.empty();

    boolean ended() {
        return ended;
    }

    void accept(Fact fact) throws WireException {
        if (!ended && fact instanceof Fact.Hanging) {
            ended = true;
        } else if (!ended && !ready && fact instanceof Fact.Ready) {
            ready = true;
        } else if (!ended && !ready && fact instanceof Fact.Unfit) {
            ended = true;
        } else if (!ended && ready && running.isEmpty() && fact instanceof Fact.Started started) {
            running = Optional.of(started.checkId());
        } else if (fact instanceof Fact.Observed observed
                && !ended
                && running.equals(Optional.of(observed.observation().checkId()))) {
            running = Optional.empty();
        } else if (!ended && ready && running.isEmpty() && fact instanceof Fact.Finished) {
            ended = true;
        } else {
            throw new WireException(
                    WireException.Kind.OUT_OF_ORDER, fact.getClass().getSimpleName() + " cannot come at this place");
        }
    }
}
