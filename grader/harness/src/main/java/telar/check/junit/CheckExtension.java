package telar.check.junit;

import org.junit.jupiter.api.extension.InvocationInterceptor;

/** Makes JUnit run a check under the engine. */
public final class CheckExtension implements InvocationInterceptor {}
