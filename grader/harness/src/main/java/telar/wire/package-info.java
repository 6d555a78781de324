/**
 * The words that the grading parent and its child JVM exchange: a {@link telar.wire.Plan} in, {@link telar.wire.Fact}s out.
 *
 * <p>Facts only, no judgement; no Java serialization. <b>In/Out:</b> bytes. <b>Imports:</b> the JDK only, so that the parent can
 * depend on this package alone.
 */
package telar.wire;
