package telar.bench;

import java.util.List;
import telar.bench.programs.AbaStack;
import telar.bench.programs.CheckThenAct;
import telar.bench.programs.DoubleChecked;
import telar.bench.programs.LockOrder;
import telar.bench.programs.LostUpdate;
import telar.bench.programs.MissedSignal;
import telar.bench.programs.OneCondition;
import telar.bench.programs.OnePermitTooMany;
import telar.bench.programs.RarePreemption;
import telar.bench.programs.WaitInAnIf;

/** The ten programs. */
final class Programs {
    static final String PACKAGE = "telar.bench.programs.";

    static final List<Pair> ALL =
            List.of(
                    new Pair("LostUpdate", LostUpdate::wrong, LostUpdate::right),
                    new Pair("CheckThenAct", CheckThenAct::wrong, CheckThenAct::right),
                    new Pair("LockOrder", LockOrder::wrong, LockOrder::right),
                    new Pair("MissedSignal", MissedSignal::wrong, MissedSignal::right),
                    new Pair("WaitInAnIf", WaitInAnIf::wrong, WaitInAnIf::right),
                    new Pair("DoubleChecked", DoubleChecked::wrong, DoubleChecked::right),
                    new Pair("OnePermitTooMany", OnePermitTooMany::wrong, OnePermitTooMany::right),
                    new Pair("OneCondition", OneCondition::wrong, OneCondition::right),
                    new Pair("AbaStack", AbaStack::wrong, AbaStack::right),
                    new Pair("RarePreemption", RarePreemption::wrong, RarePreemption::right));

    private Programs() {}

    /**
     * A program.
     *
     * @param name the simple name of its class
     * @param wrong calls the wrong version as it is, and {@code right} the right one; without reflection, which a tool may not follow
     */
    record Pair(String name, Runnable wrong, Runnable right) {}

    static List<String> names() {
        return ALL.stream().map(Pair::name).toList();
    }

    static Pair named(String name) {
        return ALL.stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no program " + name + ", only " + names()));
    }
}
