package telar.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import telar.wire.Plan.PlannedCheck;

/** A plan as one frame: a mark, the length, the fields. It travels on a pipe that only parent and child hold, so it has no seal. */
public final class PlanFrame {
    /** "telar", and the version of this format. */
    private static final long MARK = 0x74_65_6c_61_72_00_00_02L;

    /** What every plan begins with, so that a reader can tell it from other words. */
    public static final int FIRST_BYTE = 't';

    private PlanFrame() {}

    /** Writes and flushes the plan; leaves the stream open. */
    public static void write(Plan plan, OutputStream to) throws IOException {
        FieldWriter fields = new FieldWriter();
        fields.blob(plan.key());
        fields.number(plan.seed());
        fields.text(plan.submission());
        fields.list(plan.checks(), fields::text);
        fields.list(plan.prepared(), fields::text);
        fields.list(plan.planned(), check -> write(check, fields));
        byte[] content = fields.bytes();
        if (content.length > Limits.PLAN) {
            throw new WireException(
                    WireException.Kind.OVERSIZE, "a plan of " + content.length + " bytes; at most " + Limits.PLAN);
        }
        DataOutputStream out = new DataOutputStream(to);
        out.writeLong(MARK);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    /** Reads one plan and not a byte more. */
    public static Plan read(InputStream from) throws IOException {
        FieldReader fields = new FieldReader(content(new DataInputStream(from)));
        Plan plan =
                new Plan(
                        fields.blob(),
                        fields.longNumber(),
                        fields.text(),
                        fields.list(fields::text),
                        fields.list(fields::text),
                        fields.list(() -> check(fields)));
        fields.end();
        if (plan.key().length == 0) {
            throw FieldReader.malformed("a plan without a key");
        }
        return plan;
    }

    private static byte[] content(DataInputStream in) throws IOException {
        try {
            if (in.readLong() != MARK) {
                throw FieldReader.malformed("not a plan of this version");
            }
            int length = in.readInt();
            if (length < 0 || length > Limits.PLAN) {
                throw new WireException(
                        WireException.Kind.OVERSIZE, "a plan of " + length + " bytes; at most " + Limits.PLAN);
            }
            byte[] content = in.readNBytes(length);
            if (content.length < length) {
                throw new EOFException();
            }
            return content;
        } catch (EOFException e) {
            throw new WireException(WireException.Kind.TRUNCATED, "the plan ends too early");
        }
    }

    private static void write(PlannedCheck check, FieldWriter out) throws IOException {
        out.text(check.id());
        out.text(check.className());
        out.text(check.method());
        out.text(check.time().name());
        out.number(check.schedules());
        out.number(check.steps());
        out.text(check.replay());
    }

    private static PlannedCheck check(FieldReader in) throws WireException {
        return new PlannedCheck(
                in.text(), in.text(), in.text(), in.word(TimeMode.class), in.number(), in.number(), in.text());
    }
}
