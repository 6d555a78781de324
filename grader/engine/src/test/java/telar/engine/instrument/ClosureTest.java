package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which members of the running JDK the copies cannot reach: a JDK that brings a new one is a red build that names it. */
class ClosureTest {

    private static final String REDIRECTED = "a hook is called in its place";
    private static final String EXPORTED_BY_FLAG = "reachable once telar.jvm.arguments exports its package";
    private static final String OTHER_CONSTRUCTOR = "CallInstrumenter calls a public constructor in its place";
    private static final String SECURITY_MANAGER = "read only where a security manager is set, which a child JVM never does";
    private static final String TRIPWIRE = "called only where org.openjdk.java.util.stream.tripwire is set, which a child JVM never does";

    /** How the name of an entry begins, to the reason why it does no harm. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("native: java/util/concurrent/atomic/AtomicLong.VMSupportsCS8()Z", REDIRECTED),
            Map.entry("caller-sensitive: java/util/concurrent/atomic/AtomicIntegerFieldUpdater.newUpdater(", REDIRECTED),
            Map.entry("caller-sensitive: java/util/concurrent/atomic/AtomicLongFieldUpdater.newUpdater(", REDIRECTED),
            Map.entry("caller-sensitive: java/util/concurrent/atomic/AtomicReferenceFieldUpdater.newUpdater(", REDIRECTED),
            Map.entry("not exported: jdk/internal/reflect/Reflection.getCallerClass()Ljava/lang/Class;", REDIRECTED),
            Map.entry("not exported: jdk/internal/invoke/MhUtil.findVarHandle(", REDIRECTED),
            Map.entry("package-private: java/util/concurrent/locks/LockSupport.getThreadId(Ljava/lang/Thread;)J", REDIRECTED),
            Map.entry("protected: java/util/concurrent/ExecutionException.<init>()V", OTHER_CONSTRUCTOR),
            Map.entry("protected: java/util/concurrent/CompletionException.<init>()V", OTHER_CONSTRUCTOR),
            Map.entry(
                    "package-private: java/util/concurrent/CancellationException.<init>(Ljava/lang/String;Ljava/util/concurrent/CancellationException;)V",
                    OTHER_CONSTRUCTOR),
            Map.entry("not exported: sun/security/util/SecurityConstants.GET_CLASSLOADER_PERMISSION", SECURITY_MANAGER),
            Map.entry("not exported: sun/util/logging/PlatformLogger.", TRIPWIRE),
            Map.entry("not exported: jdk/internal/ref/CleanerFactory.cleaner()", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/ArraysSupport.hashCode(", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/ArraysSupport.mismatch(", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/ArraysSupport.newLength(", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/ArraysSupport.reverse(", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/random/RandomSupport.mixMurmur64(J)J", EXPORTED_BY_FLAG),
            Map.entry("not exported: jdk/internal/util/random/RandomSupport$AbstractSpliteratorGenerator.", EXPORTED_BY_FLAG));

    @Test
    void everyMemberThatCopiesCannotReachIsKnown() {
        Map<String, Set<String>> found = UnreachableMembers.ofTheRunningJdk();
        Map<String, Set<String>> unknown = new TreeMap<>(found);
        unknown.keySet().removeIf(entry -> KNOWN.keySet().stream().anyMatch(entry::startsWith));
        assertThat(unknown).as("entries of JDK %s without a reason in KNOWN", Runtime.version()).isEmpty();
        assertThat(found).as("the search sees what is certainly there")
                .containsKey("protected: java/util/concurrent/ExecutionException.<init>()V");
    }
}
