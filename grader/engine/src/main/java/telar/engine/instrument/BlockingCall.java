package telar.engine.instrument;

/**
 * A JDK method that may block and that the scheduler tries as one step.
 *
 * @param ownerBinaryName the class named at the call, as it is loaded: with the shadow prefix where it has one
 * @param name method name
 * @param descriptor method descriptor, in terms of the classes as they are loaded
 */
public record BlockingCall(String ownerBinaryName, String name, String descriptor) {}
