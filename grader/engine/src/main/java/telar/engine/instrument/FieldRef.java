package telar.engine.instrument;

/**
 * A field that generated code reports accesses to.
 *
 * @param ownerBinaryName the class that declares it, as it is loaded: with the shadow prefix where it has one
 * @param name field name
 * @param isStatic whether hooks get the {@link Class} in place of an object
 * @param type first character of the descriptor
 * @param isVolatile whether accesses are synchronisation
 */
public record FieldRef(String ownerBinaryName, String name, boolean isStatic, char type, boolean isVolatile) {}
