package telar.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import telar.check.Seed;
import telar.wire.FactWriter;
import telar.wire.Plan;
import telar.wire.PlanFrame;

/**
 * The child JVM's main. {@code args[0]} is the Unix domain socket on which the parent listens; the plan, with the key that seals
 * the facts, comes on standard input and is read completely before any submitted class loads. The exit code means nothing:
 * only the facts do.
 *
 * <p>With {@link #AGAIN} as {@code args[1]} further plans may follow, each after the last fact of the one before, each with a key
 * of its own. The canaries are judged once: they tell about this JVM, which stays the same. A parent asks for that only when it
 * trusts what it runs, because a program that has run once may have left threads behind that read the next plan's key.
 */
public final class Main {
    /** Makes a JVM wait for another plan when it has finished one. */
    public static final String AGAIN = "again";

    private Main() {}

    public static void main(String[] args) {
        boolean again = args.length == 2 && args[1].equals(AGAIN);
        if (args.length != 1 && !again) {
            end("usage: telar.harness.Main <socket> [" + AGAIN + "], with a plan on standard input");
        }
        InputStream parent = System.in;
        try {
            Plan plan = PlanFrame.read(parent);
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(Path.of(args[0])));
            System.setIn(InputStream.nullInputStream());
            judge(plan, channel, new ParentWatch(parent, again), again);
        } catch (IOException e) {
            end("no plan could be read, or no fact written: " + e.getMessage());
        } catch (Throwable t) { // threads that were left behind would keep a JVM alive that has nothing to say any more
            end(Complaint.of(t));
        }
        Runtime.getRuntime().halt(0); // not exit: whatever the submission left behind or hooked in has no say any more
    }

    private static void judge(Plan first, SocketChannel channel, ParentWatch parent, boolean again)
            throws IOException, InterruptedException {
        Surroundings surroundings = Surroundings.now();
        PlannedRun run = begin(first, channel, parent, surroundings);
        Optional<String> misjudged = Canaries.misjudged(PlannedRun.prepared(first));
        if (misjudged.isPresent()) {
            run.isUnfit(misjudged.get());
        } else {
            run.run();
            while (again) {
                begin(parent.nextPlan(), channel, parent, surroundings).run();
            }
        }
        channel.close();
    }

    private static PlannedRun begin(Plan plan, SocketChannel channel, ParentWatch parent, Surroundings surroundings) {
        surroundings.restore();
        Seed.use(plan.seed());
        PlannedRun run = new PlannedRun(plan, new FactWriter(Channels.newOutputStream(channel), plan.key()));
        parent.watches(run);
        return run;
    }

    private static void end(String why) {
        System.err.println("telar: " + why);
        System.err.flush();
        Runtime.getRuntime().halt(2);
    }
}
