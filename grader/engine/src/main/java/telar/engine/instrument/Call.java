package telar.engine.instrument;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One method call in a class file, with original names. */
record Call(int opcode, String owner, String name, String descriptor, boolean isInterface) {

    /** The call that a method handle makes; its {@link #opcode()} is -1 when it makes none (a field access). */
    static Call of(Handle handle) {
        int opcode = switch (handle.getTag()) {
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> -1;
        };
        return new Call(opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    /** The call for a reader, for instance {@code AtomicInteger.get} or {@code new Thread}. */
    String words() {
        String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
        return isConstructor() ? "new " + type : type + "." + name;
    }

    boolean isStatic() {
        return opcode == Opcodes.INVOKESTATIC;
    }

    boolean isVirtual() {
        return opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    String nameAndDescriptor() {
        return name + descriptor;
    }

    Type[] argumentTypes() {
        return Type.getArgumentTypes(descriptor);
    }

    Type returnType() {
        return Type.getReturnType(descriptor);
    }

    /**
     * The descriptor of a static method that takes the call's operands, the receiver first if there is one; for a constructor it
     * gives the new object.
     */
    String staticDescriptor() {
        if (isStatic()) {
            return descriptor;
        }
        if (isConstructor()) {
            return descriptor.substring(0, descriptor.length() - 1) + Type.getObjectType(owner).getDescriptor();
        }
        return "(" + Type.getObjectType(owner).getDescriptor() + descriptor.substring(1);
    }
}
