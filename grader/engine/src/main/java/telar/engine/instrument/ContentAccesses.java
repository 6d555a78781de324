package telar.engine.instrument;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Methods of JDK classes that have no copy, whose objects the program may share: which of them change what the object holds, and which look
 * at it. A call counts as one access to the object's contents.
 *
 * <p>Most of the classes say of themselves that they are not synchronised; a call on one of the others is a step of its own. Absolute accesses to the elements of a
 * {@code java.nio} buffer count as looking: threads may share out its elements.
 */
final class ContentAccesses {

    private static final Pattern CHECKSUM = Pattern.compile("(update|reset)\\(.*");
    private static final Pattern FORMAT = Pattern.compile("(format|parse|set|apply).*");
    private static final Pattern CRYPTOGRAPHY = Pattern.compile("(update|digest|reset|sign|verify|init|doFinal).*");
    private static final Pattern BUILDER = Pattern.compile("(append|insert|set|delete|replace|reverse|trimToSize|ensureCapacity).*");

    /** Setting a position or limit, reading or writing at the position. */
    private static final Pattern BUFFER = Pattern.compile("(flip|clear|rewind|compact|mark|reset)\\(\\).*|(limit|position)\\(I\\).*|order\\(L.*"
            + "|get[A-Z]?[a-z]*\\(\\).*|(get|put)\\(\\[.*|put[A-Z]?[a-z]*\\(([^)]|L[^;)]*;)\\).*");

    /** Their methods are synchronised. */
    private static final Set<String> SELF_LOCKING = Set.of(
            "java/lang/StringBuffer", "java/io/ByteArrayInputStream", "java/io/ByteArrayOutputStream", "java/io/StringWriter", "java/util/Properties");

    /** What one thread draws, another one does not. */
    private static final Set<String> SELF_CONTAINED = Set.of("java/util/Random");

    /** Class to the methods, by name and descriptor, that change its objects. */
    private static final Map<String, Pattern> CHANGES = Map.ofEntries(
            Map.entry("java/lang/StringBuilder", BUILDER),
            Map.entry("java/nio/Buffer", BUFFER),
            Map.entry("java/security/MessageDigest", CRYPTOGRAPHY),
            Map.entry("java/security/Signature", CRYPTOGRAPHY),
            Map.entry("java/text/BreakIterator", Pattern.compile("(setText|first|last|next|previous|following|preceding|isBoundary).*")),
            Map.entry("java/text/DateFormat", FORMAT),
            Map.entry("java/text/MessageFormat", FORMAT),
            Map.entry("java/text/NumberFormat", FORMAT),
            Map.entry("java/util/Calendar", Pattern.compile("(set|add|roll|clear).*")),
            Map.entry("java/util/Date", Pattern.compile("set.*")),
            Map.entry("java/util/Formatter", Pattern.compile("(format|flush|close).*")),
            Map.entry("java/util/SplittableRandom", Pattern.compile("(next|split|ints|longs|doubles).*")),
            Map.entry(
                    "java/util/regex/Matcher",
                    Pattern.compile("(find|matches|lookingAt|reset|region\\(|usePattern|use[AT]|append|replace|results).*")),
            Map.entry("java/util/zip/Adler32", CHECKSUM),
            Map.entry("java/util/zip/CRC32", CHECKSUM),
            Map.entry("java/util/zip/CRC32C", CHECKSUM),
            Map.entry("java/util/zip/Checksum", CHECKSUM),
            Map.entry("javax/crypto/Cipher", CRYPTOGRAPHY),
            Map.entry("javax/crypto/Mac", CRYPTOGRAPHY));

    private ContentAccesses() {}

    /** One of the kinds that {@code objAccess} takes; empty if the call is no such access. */
    static OptionalInt of(Call call, ClassLibrary library) {
        if (!call.isVirtual() || !call.owner().startsWith("java")) {
            return OptionalInt.empty();
        }
        if (ShadowNames.shadow(call.owner())) {
            return OptionalInt.empty();
        }
        for (String owner = call.owner(); owner != null; owner = library.facts(owner).map(ClassFacts::superName).orElse(null)) {
            if (SELF_LOCKING.contains(owner)) {
                return OptionalInt.of(Access.SELF_LOCKING);
            }
            if (SELF_CONTAINED.contains(owner)) {
                return OptionalInt.of(Access.SELF_CONTAINED);
            }
            Pattern changes = CHANGES.get(owner);
            if (changes != null) {
                return OptionalInt.of(changes.matcher(call.nameAndDescriptor()).matches() ? Access.WRITE : Access.READ);
            }
        }
        return OptionalInt.empty();
    }
}
