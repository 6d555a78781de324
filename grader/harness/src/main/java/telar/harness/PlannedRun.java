package telar.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import telar.engine.Explore;
import telar.engine.Preparation;
import telar.engine.Schedule;
import telar.engine.Time;
import telar.engine.scenario.TestClass;
import telar.engine.scenario.ControlledClasses;
import telar.wire.Fact;
import telar.wire.FactWriter;
import telar.wire.Observation;
import telar.wire.Plan;
import telar.wire.Plan.PlannedCheck;
import telar.wire.TimeMode;
import telar.wire.WireException;

/** The planned checks one after the other, and what was seen of each, in a JVM whose canaries have been judged. */
final class PlannedRun {
    private final Plan plan;
    private final FactWriter facts;
    private final ControlledClasses classes;

    /** The check that runs, or "". Orders the main thread's writes before the parent watch's read. */
    private volatile String checkId = "";

    PlannedRun(Plan plan, FactWriter facts) {
        this.plan = plan;
        this.facts = facts;
        this.classes = ControlledClasses.below(PlannedRun.class.getClassLoader(), folders(plan), prepared(plan));
    }

    /** Where the submission's class files are. */
    List<Path> submission() {
        return List.of(Path.of(plan.submission()));
    }

    /** Says that this JVM does not judge rightly; then nothing may run. */
    void isUnfit(String reason) throws IOException {
        facts.write(new Fact.Unfit(Cut.message(reason)));
    }

    /** Says where its threads are; the last that is said. */
    void isHanging(String where) throws IOException {
        facts.write(new Fact.Hanging(checkId, where));
    }

    void run() throws IOException {
        facts.write(new Fact.Ready(System.getProperty("java.version"), Canaries.number()));
        for (PlannedCheck check : plan.planned()) {
            facts.write(new Fact.Started(check.id()));
            checkId = check.id();
            write(judge(check));
            checkId = "";
        }
        facts.write(new Fact.Finished());
    }

    /** Checks first: where a submission has a class of the same name, the check's own wins. */
    static List<Path> folders(Plan plan) {
        List<Path> folders = new ArrayList<>();
        plan.checks().forEach(folder -> folders.add(Path.of(folder)));
        folders.add(Path.of(plan.submission()));
        return folders;
    }

    /** The plan's classes that are instrumented already. */
    static Function<String, byte[]> prepared(Plan plan) {
        return Preparation.in(plan.prepared().stream().map(Path::of).toList());
    }

    private void write(Observation observation) throws IOException {
        try {
            facts.write(new Fact.Observed(observation));
        } catch (WireException e) {
            if (e.kind() != WireException.Kind.OVERSIZE) {
                throw e;
            }
            facts.write(new Fact.Observed(Seen.notJudged(checkId, "what was seen is too long to tell: " + e.getMessage())));
        }
    }

    private Observation judge(PlannedCheck check) {
        try {
            TestClass type = TestClass.read(check.className(), classes::bytes);
            return check.time() == TimeMode.REAL
                    ? new RealRun(folders(plan), type, check).observe()
                    : explore(type, check);
        } catch (Throwable t) { // the judge's own fault, whatever it is, must not end this JVM: the other checks can be judged
            return Seen.notJudged(check.id(), Complaint.of(t));
        }
    }

    private Observation explore(TestClass type, PlannedCheck check) {
        Explore explore =
                Explore.of(classes.program(), type.scenario(check.method()))
                        .time(check.time() == TimeMode.ADVERSARIAL ? Time.ADVERSARIAL : Time.IDEAL)
                        .schedules(check.schedules())
                        .steps(check.steps())
                        .seed(plan.seed());
        return Seen.of(
                check.id(),
                check.replay().isEmpty() ? explore.run() : explore.replay(Schedule.parse(check.replay())));
    }
}
