package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Helpers of the JDK that say of themselves that they are not synchronised, shared by threads; and the ones that may be shared. */
final class Unsynchronised {
    private Unsynchronised() {}

    private static DateFormat days() {
        DateFormat days = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        days.setTimeZone(TimeZone.getTimeZone("UTC"));
        return days;
    }

    @Wrong(Kind.DATA_RACE)
    static void formatsDatesTogether() throws Exception {
        DateFormat days = days();
        run(() -> days.format(new Date(0)), () -> days.format(new Date(86_400_000L)));
    }

    @Wrong(Kind.DATA_RACE)
    static void parsesWhatASubclassParses() throws Exception {
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        run(() -> days.parse("2000-01-01"), () -> days.parse("2001-01-01"));
    }

    @Right
    static void formatsDatesInTurns() throws Exception {
        DateFormat days = days();
        String[] told = new String[2];
        run(
                () -> {
                    synchronized (days) {
                        told[0] = days.format(new Date(0));
                    }
                },
                () -> {
                    synchronized (days) {
                        told[1] = days.format(new Date(86_400_000L));
                    }
                });
        yes(told[0].equals("1970-01-01") && told[1].equals("1970-01-02"), String.join(", ", told));
    }

    @Right
    static void eachThreadHasItsOwnFormat() throws Exception {
        ThreadLocal<DateFormat> days = ThreadLocal.withInitial(Unsynchronised::days);
        run(
                () -> yes(days.get().format(new Date(0)).equals("1970-01-01"), "the first day"),
                () -> yes(days.get().format(new Date(86_400_000L)).equals("1970-01-02"), "the second"));
    }

    @Right
    static void aFormatterOfTheNewerKindMayBeShared() throws Exception {
        DateTimeFormatter days = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("UTC"));
        run(
                () -> yes(days.format(new Date(0).toInstant()).equals("1970-01-01"), "the first day"),
                () -> yes(days.format(new Date(86_400_000L).toInstant()).equals("1970-01-02"), "the second"));
    }

    @Wrong(Kind.DATA_RACE)
    static void formatsNumbersTogether() throws Exception {
        NumberFormat prices = new DecimalFormat("0.00");
        run(() -> prices.format(1.5), () -> prices.format(2.5));
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToACalendarThatIsRead() throws Exception {
        Calendar calendar = new GregorianCalendar(2000, Calendar.JANUARY, 1);
        run(() -> calendar.add(Calendar.DATE, 1), () -> calendar.get(Calendar.MONTH));
    }

    @Wrong(Kind.DATA_RACE)
    static void movesADateThatIsRead() throws Exception {
        Date date = new Date(0);
        run(() -> date.setTime(1), () -> date.getTime());
    }

    @Right
    static void readsADateTogether() throws Exception {
        Date date = new Date(5);
        run(() -> same(5, date.getTime()), () -> yes(date.after(new Date(0)), "after"));
    }

    @Wrong(Kind.DATA_RACE)
    static void findsWithOneMatcher() throws Exception {
        Matcher digits = Pattern.compile("\\d").matcher("a1b2");
        run(() -> digits.find(), () -> digits.find());
    }

    @Right
    static void findsWithOnePattern() throws Exception {
        Pattern digits = Pattern.compile("\\d");
        run(() -> yes(digits.matcher("a1").find(), "one"), () -> yes(digits.matcher("b2").find(), "two"));
    }

    @Wrong(Kind.DATA_RACE)
    static void digestsTogether() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        run(() -> digest.update(text), () -> digest.update(text));
    }

    @Wrong(Kind.DATA_RACE)
    static void sumsTogether() throws Exception {
        CRC32 sum = new CRC32();
        run(() -> sum.update(1), () -> sum.getValue());
    }

    @Wrong(Kind.DATA_RACE)
    static void drawsFromOneSplittableRandom() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        run(() -> random.nextInt(), () -> random.nextInt());
    }

    @Right
    static void drawsFromOneRandom() throws Exception {
        Random random = new Random(5);
        run(() -> yes(random.nextInt(6) < 6, "a die"), () -> yes(random.nextInt(6) < 6, "a die"));
    }

    /** Which thread draws first is open. */
    @Wrong(Kind.ASSERTION)
    static void expectsItsOwnDrawFromOneRandom() throws Exception {
        Random random = new Random(5);
        int first = new Random(5).nextInt(1_000);
        run(() -> yes(random.nextInt(1_000) == first, "somebody else drew first"), () -> random.nextInt());
    }

    /** Between two draws of one thread another may draw. */
    @Wrong(Kind.ASSERTION)
    static void expectsTwoDrawsInARow() throws Exception {
        Random random = new Random(5);
        Random same = new Random(5);
        long both = same.nextInt(1_000) * 1_000L + same.nextInt(1_000);
        AtomicInteger drawn = new AtomicInteger();
        run(
                () -> {
                    long mine = random.nextInt(1_000) * 1_000L + random.nextInt(1_000);
                    yes(drawn.get() == 0 || mine == both || mine / 1_000 != both / 1_000, "somebody drew in between");
                },
                () -> {
                    random.nextInt(1_000);
                    drawn.set(1);
                });
    }

    /** Drawing from one generator does not publish anything. */
    @Wrong(Kind.DATA_RACE)
    static void publishesByARandom() throws Exception {
        Random random = new Random(5);
        Together.Cell cell = new Together.Cell();
        run(
                () -> {
                    cell.value = 1;
                    random.nextInt();
                },
                () -> {
                    random.nextInt();
                    same(1, cell.value);
                });
    }

    @Wrong(Kind.ASSERTION)
    static void writesTogetherIntoAByteArray() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run(
                () -> {
                    bytes.write(1);
                    bytes.write(2);
                },
                () -> bytes.write(3));
        yes(bytes.toByteArray()[1] != 3, "in between");
    }

    @Wrong(Kind.DATA_RACE)
    static void fillsABufferAtItsPosition() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        run(() -> buffer.put((byte) 1), () -> buffer.putInt(2));
    }

    @Wrong(Kind.DATA_RACE)
    static void flipsABufferThatIsAsked() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        run(() -> buffer.flip(), () -> buffer.remaining());
    }

    @Right
    static void sharesOutTheElementsOfABuffer() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        run(() -> buffer.put(0, (byte) 1), () -> buffer.putInt(4, 2));
        same(1, buffer.get(0));
        same(2, buffer.getInt(4));
    }

    @Right
    static void eachThreadHasAViewOfABuffer() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        ByteBuffer front = buffer.slice(0, 4);
        ByteBuffer back = buffer.slice(4, 4);
        run(() -> front.putInt(1), () -> back.putInt(2));
        same(1, buffer.getInt());
        same(2, buffer.getInt());
    }

    @Wrong(Kind.DATA_RACE)
    static void addsToAnEnumSet() throws Exception {
        Set<TimeUnit> units = EnumSet.noneOf(TimeUnit.class);
        run(() -> units.add(TimeUnit.DAYS), () -> units.add(TimeUnit.HOURS));
    }

    @Wrong(Kind.DATA_RACE)
    static void copiesAnEnumSetThatGrows() throws Exception {
        EnumSet<TimeUnit> units = EnumSet.of(TimeUnit.DAYS);
        run(() -> units.add(TimeUnit.HOURS), () -> EnumSet.copyOf(units));
    }

    @Right
    static void readsAnEnumSetTogether() throws Exception {
        EnumSet<TimeUnit> units = EnumSet.range(TimeUnit.SECONDS, TimeUnit.DAYS);
        run(() -> yes(units.contains(TimeUnit.HOURS), "hours"), () -> same(4, EnumSet.copyOf(units).size()));
        yes(EnumSet.complementOf(units).equals(Set.of(TimeUnit.NANOSECONDS, TimeUnit.MICROSECONDS, TimeUnit.MILLISECONDS)), "the others");
    }

    @Wrong(Kind.DATA_RACE)
    static void joinsTogether() throws Exception {
        StringJoiner names = new StringJoiner(", ");
        run(() -> names.add("Ada"), () -> names.add("Bo"));
    }

    @Wrong(Kind.DATA_RACE)
    static void countsTogether() throws Exception {
        IntSummaryStatistics all = new IntSummaryStatistics();
        run(() -> all.accept(1), () -> all.accept(2));
    }

    @Right
    static void countsInAParallelStream() throws Exception {
        IntSummaryStatistics all = IntStream.of(3, 1, 2).parallel().summaryStatistics();
        same(3, all.getMax());
        same(6, all.getSum());
    }

    /** What cannot be changed may be passed on without any order, once its maker's writes are seen: these are final. */
    @Right
    static void readsImmutableCollectionsTogether() throws Exception {
        List<Integer> list = List.of(1, 2, 3);
        Set<String> set = Set.of("a", "b", "c");
        run(() -> same(3, list.size() + (set.contains("d") ? 1 : 0)), () -> yes(set.contains("a") && list.contains(1), "both"));
    }

    private interface Reader {
        Object read(Integer[] numbers);
    }

    private static void readsWhileAnotherWrites(Reader reader) throws Exception {
        Integer[] numbers = {1, 2, 3, 4};
        run(() -> numbers[3] = 5, () -> yes(reader.read(numbers) != null, "nothing"));
    }

    @Wrong(Kind.DATA_RACE)
    static void makesAnImmutableListOfAnArrayThatIsWritten() throws Exception {
        readsWhileAnotherWrites(List::of);
    }

    @Wrong(Kind.DATA_RACE)
    static void makesAnImmutableSetOfAnArrayThatIsWritten() throws Exception {
        readsWhileAnotherWrites(Set::of);
    }

    @Wrong(Kind.DATA_RACE)
    static void copiesAViewOfAnArrayThatIsWritten() throws Exception {
        readsWhileAnotherWrites(numbers -> List.copyOf(Arrays.asList(numbers)));
    }

    @Wrong(Kind.DATA_RACE)
    static void streamsAnArrayThatIsWritten() throws Exception {
        readsWhileAnotherWrites(numbers -> Arrays.stream(numbers).toList());
    }

    @Wrong(Kind.DATA_RACE)
    static void makesAStreamOfAnArrayThatIsWritten() throws Exception {
        readsWhileAnotherWrites(numbers -> Stream.of(numbers).map(n -> n + 1).toList());
    }

    @Wrong(Kind.DATA_RACE)
    static void sumsAnArrayThatIsWritten() throws Exception {
        int[] numbers = new int[2];
        run(() -> numbers[1] = 5, () -> yes(Arrays.stream(numbers).sum() >= 0, "negative"));
    }

    @Wrong(Kind.DATA_RACE)
    static void sumsAnArrayThatIsWrittenOtherwise() throws Exception {
        long[] numbers = new long[2];
        run(() -> numbers[1] = 5, () -> yes(LongStream.of(numbers).max().isPresent(), "empty"));
    }

    @Right
    static void streamsAnArrayThatWasWritten() throws Exception {
        int[] numbers = new int[2];
        run(() -> numbers[0] = 5, () -> numbers[1] = 6);
        same(11, Arrays.stream(numbers).sum());
        same(11, IntStream.of(numbers).parallel().sum());
    }
}
