/**
 * What hidden checks are written with: {@link telar.check.Check} marks a check, {@link telar.check.Checks} is imported statically.
 *
 * <p>These classes run uninstrumented beside the submission. Inside an exploration they talk to the engine through
 * {@code telar.engine.Observe}; outside one (checks in real time) they use plain {@code java.util.concurrent} with generous caps.
 * Messages are sentences for students.
 *
 * <p><b>In:</b> a check's calls. <b>Out:</b> assertion errors, with a {@link telar.wire.Diagnosis} where the check knows one.
 * <b>Imports:</b> {@code telar.engine.Observe}, {@code telar.wire}, JUnit 5, Awaitility.
 */
package telar.check;
