package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import telar.engine.runtime.Replacements;

/** Which members of the running JDK the copies cannot reach: a JDK that brings a new one is a red build that names it. */
class ClosureTest {

    private static final String CALLER_REDIRECTED = "learns of its caller by Reflection.getCallerClass, which is redirected";
    private static final String OTHER_CONSTRUCTOR = "CallInstrumenter calls a public constructor in its place";
    private static final String TRIPWIRE = "called only where org.openjdk.java.util.stream.tripwire is set, which a child JVM never does";

    /** How the name of an entry begins, to the reason why it does no harm. What is redirected needs no entry. */
    private static final Map<String, String> KNOWN = Map.of(
            "caller-sensitive: java/util/concurrent/atomic/AtomicIntegerFieldUpdater.newUpdater(", CALLER_REDIRECTED,
            "caller-sensitive: java/util/concurrent/atomic/AtomicLongFieldUpdater.newUpdater(", CALLER_REDIRECTED,
            "caller-sensitive: java/util/concurrent/atomic/AtomicReferenceFieldUpdater.newUpdater(", CALLER_REDIRECTED,
            "protected: java/util/concurrent/ExecutionException.<init>()V", OTHER_CONSTRUCTOR,
            "protected: java/util/concurrent/CompletionException.<init>()V", OTHER_CONSTRUCTOR,
            "package-private: java/util/concurrent/CancellationException.<init>(Ljava/lang/String;Ljava/util/concurrent/CancellationException;)V",
                    OTHER_CONSTRUCTOR,
            "not exported: sun/util/logging/PlatformLogger.", TRIPWIRE);

    @Test
    void everyMemberThatCopiesCannotReachIsKnown() {
        JdkClasses.export();
        Set<String> redirected = Replacements.table().keySet();
        Map<String, Set<String>> found = UnreachableMembers.ofTheRunningJdk();
        Map<String, Set<String>> unknown = new TreeMap<>(found);
        unknown.keySet().removeIf(entry -> redirected.contains(entry.substring(entry.indexOf(": ") + 2)));
        unknown.keySet().removeIf(entry -> KNOWN.keySet().stream().anyMatch(entry::startsWith));
        assertThat(unknown).as("entries of JDK %s without a reason in KNOWN", Runtime.version()).isEmpty();
        assertThat(found).as("the search sees what is certainly there")
                .containsKey("protected: java/util/concurrent/ExecutionException.<init>()V");
    }
}
