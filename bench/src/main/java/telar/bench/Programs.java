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

/** The ten programs, called as they are: plain calls, because not every tool follows reflection or method references. */
final class Programs {
    static final String PACKAGE = "telar.bench.programs.";

    static final List<String> ALL =
            List.of(
                    "LostUpdate",
                    "CheckThenAct",
                    "LockOrder",
                    "MissedSignal",
                    "WaitInAnIf",
                    "DoubleChecked",
                    "OnePermitTooMany",
                    "OneCondition",
                    "AbaStack",
                    "RarePreemption");

    private Programs() {}

    static void wrong(String program) {
        switch (program) {
            case "LostUpdate" -> LostUpdate.wrong();
            case "CheckThenAct" -> CheckThenAct.wrong();
            case "LockOrder" -> LockOrder.wrong();
            case "MissedSignal" -> MissedSignal.wrong();
            case "WaitInAnIf" -> WaitInAnIf.wrong();
            case "DoubleChecked" -> DoubleChecked.wrong();
            case "OnePermitTooMany" -> OnePermitTooMany.wrong();
            case "OneCondition" -> OneCondition.wrong();
            case "AbaStack" -> AbaStack.wrong();
            case "RarePreemption" -> RarePreemption.wrong();
            default -> throw new IllegalArgumentException("there is no program " + program + ", only " + ALL);
        }
    }

    static void right(String program) {
        switch (program) {
            case "LostUpdate" -> LostUpdate.right();
            case "CheckThenAct" -> CheckThenAct.right();
            case "LockOrder" -> LockOrder.right();
            case "MissedSignal" -> MissedSignal.right();
            case "WaitInAnIf" -> WaitInAnIf.right();
            case "DoubleChecked" -> DoubleChecked.right();
            case "OnePermitTooMany" -> OnePermitTooMany.right();
            case "OneCondition" -> OneCondition.right();
            case "AbaStack" -> AbaStack.right();
            case "RarePreemption" -> RarePreemption.right();
            default -> throw new IllegalArgumentException("there is no program " + program + ", only " + ALL);
        }
    }
}
