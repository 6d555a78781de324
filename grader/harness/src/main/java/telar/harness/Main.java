package telar.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import telar.check.Seed;
import telar.wire.FactWriter;
import telar.wire.Plan;
import telar.wire.PlanFrame;

/**
 * The child JVM's main. {@code args[0]} is the Unix domain socket on which the parent listens; the plan, with the key that seals
 * the facts, comes on standard input and is read completely before any submitted class loads. The exit code means nothing:
 * only the facts do.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            end("usage: telar.harness.Main <socket>, with a plan on standard input");
        }
        InputStream parent = System.in;
        try {
            Plan plan = PlanFrame.read(parent);
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(Path.of(args[0])));
            System.setIn(InputStream.nullInputStream());
            System.setOut(CappedStream.over(System.out));
            System.setErr(CappedStream.over(System.err));
            Seed.use(plan.seed());
            judge(plan, new FactWriter(Channels.newOutputStream(channel), plan.key()), parent);
        } catch (IOException e) {
            end("no plan could be read, or no fact written: " + e.getMessage());
        } catch (Throwable t) { // threads that were left behind would keep a JVM alive that has nothing to say any more
            end(Complaint.of(t));
        }
        Runtime.getRuntime().halt(0); // not exit: whatever the submission left behind or hooked in has no say any more
    }

    private static void judge(Plan plan, FactWriter facts, InputStream parent) throws IOException {
        PlannedRun run = new PlannedRun(plan, facts);
        new HangWatch(parent, run::checkId, plan, facts).start();
        run.run();
        facts.close();
    }

    private static void end(String why) {
        System.err.println("telar: " + why);
        System.err.flush();
        Runtime.getRuntime().halt(2);
    }
}
