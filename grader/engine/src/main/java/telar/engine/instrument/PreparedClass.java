package telar.engine.instrument;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class that is instrumented, except that stand-ins are in the place of the numbers which a JVM gives to sites, fields and blocking calls: so
 * it can be made in one JVM and run in another one.
 *
 * @param entries the {@link Site}s, {@link FieldRef}s and {@link BlockingCall}s that its code names
 * @param offsets where in the class file a number is to be written
 * @param meant for each offset, the index of the entry whose number it is
 */
record PreparedClass(byte[] classFile, boolean staticInitializer, List<Object> entries, int[] offsets, int[] meant) {

    /** The class with the numbers of this JVM in it. The receiver is of no use any more: it is done in place. */
    ByteCache.InstrumentedClass numbered() {
        int[] numbers = new int[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(entries.get(i));
        }
        for (int i = 0; i < offsets.length; i++) {
            int number = numbers[meant[i]];
            for (int k = 0; k < 4; k++) {
                classFile[offsets[i] + k] = (byte) (number >>> 24 - 8 * k);
            }
        }
        return new ByteCache.InstrumentedClass(classFile, staticInitializer);
    }

    private static int number(Object entry) {
        if (entry instanceof Site site) {
            return Sites.id(site);
        }
        return entry instanceof FieldRef field ? Fields.id(field) : BlockingCalls.id((BlockingCall) entry);
    }

    // ---- on its way

    private static final int SITE = 0;
    private static final int FIELD = 1;
    private static final int BLOCKING_CALL = 2;

    /** As bytes that {@link #read} understands, in this version of the engine only. */
    byte[] bytes() {
        Map<String, Integer> words = new LinkedHashMap<>();
        ByteArrayOutputStream described = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(described);
            for (Object entry : entries) {
                write(entry, words, out);
            }
            out = new DataOutputStream(bytes);
            out.writeShort(words.size());
            for (String word : words.keySet()) {
                out.writeUTF(word);
            }
            out.writeShort(entries.size());
            described.writeTo(out);
            out.writeShort(offsets.length);
            for (int i = 0; i < offsets.length; i++) {
                out.writeInt(offsets[i]);
                out.writeShort(meant[i]);
            }
            out.writeBoolean(staticInitializer);
            out.write(classFile);
        } catch (IOException e) {
            throw new AssertionError("arrays do not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Object entry, Map<String, Integer> words, DataOutputStream out) throws IOException {
        if (entry instanceof Site site) {
            out.writeByte(SITE);
            write(site.file(), words, out);
            out.writeInt(site.line());
            write(site.className(), words, out);
            write(site.method(), words, out);
            out.writeBoolean(site.student());
            write(site.callee(), words, out);
        } else if (entry instanceof FieldRef field) {
            out.writeByte(FIELD);
            write(field.ownerBinaryName(), words, out);
            write(field.name(), words, out);
            out.writeBoolean(field.isStatic());
            out.writeChar(field.type());
            out.writeBoolean(field.isVolatile());
        } else {
            BlockingCall call = (BlockingCall) entry;
            out.writeByte(BLOCKING_CALL);
            write(call.ownerBinaryName(), words, out);
            write(call.name(), words, out);
            write(call.descriptor(), words, out);
        }
    }

    private static void write(String word, Map<String, Integer> words, DataOutputStream out) throws IOException {
        Integer known = words.get(word);
        if (known == null) {
            known = words.size();
            words.put(word, known);
        }
        out.writeShort(known);
    }

    /**
     * What {@link #bytes} gave.
     *
     * @throws IOException if it is not that
     */
    static PreparedClass read(byte[] bytes) throws IOException {
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
        DataInputStream in = new DataInputStream(rest);
        String[] words = new String[in.readUnsignedShort()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readUTF();
        }
        int size = in.readUnsignedShort();
        List<Object> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(entry(in, words));
        }
        int[] offsets = new int[in.readUnsignedShort()];
        int[] meant = new int[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = in.readInt();
            meant[i] = in.readUnsignedShort();
        }
        boolean staticInitializer = in.readBoolean();
        return new PreparedClass(rest.readAllBytes(), staticInitializer, entries, offsets, meant);
    }

    private static Object entry(DataInputStream in, String[] words) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case SITE -> new Site(word(in, words), in.readInt(), word(in, words), word(in, words), in.readBoolean(), word(in, words));
            case FIELD -> new FieldRef(word(in, words), word(in, words), in.readBoolean(), in.readChar(), in.readBoolean());
            case BLOCKING_CALL -> new BlockingCall(word(in, words), word(in, words), word(in, words));
            default -> throw new IOException("no entry of a prepared class is of kind " + kind);
        };
    }

    private static String word(DataInputStream in, String[] words) throws IOException {
        return words[in.readUnsignedShort()];
    }
}
