package java.lang.constant;

import static java.lang.invoke.MethodHandleInfo.REF_getField;
import static java.lang.invoke.MethodHandleInfo.REF_getStatic;
import static java.lang.invoke.MethodHandleInfo.REF_invokeInterface;
import static java.lang.invoke.MethodHandleInfo.REF_invokeSpecial;
import static java.lang.invoke.MethodHandleInfo.REF_invokeStatic;
import static java.lang.invoke.MethodHandleInfo.REF_invokeVirtual;
import static java.lang.invoke.MethodHandleInfo.REF_newInvokeSpecial;
import static java.lang.invoke.MethodHandleInfo.REF_putField;
import static java.lang.invoke.MethodHandleInfo.REF_putStatic;

/** The description of a handle for one member (JVMS 4.4.8). */
public sealed interface DirectMethodHandleDesc extends MethodHandleDesc permits MemberMethodHandleDesc {
    /** What the handle does with its member. */
    enum Kind {
        /** Calls a static method of a class. */
        STATIC(REF_invokeStatic),
        /** Calls a static method of an interface. */
        INTERFACE_STATIC(REF_invokeStatic, true),
        /** Calls a method of a class. */
        VIRTUAL(REF_invokeVirtual),
        /** Calls a method of an interface. */
        INTERFACE_VIRTUAL(REF_invokeInterface, true),
        /** Calls exactly this method of a class. */
        SPECIAL(REF_invokeSpecial),
        /** Calls exactly this method of an interface. */
        INTERFACE_SPECIAL(REF_invokeSpecial, true),
        /** Makes an object. */
        CONSTRUCTOR(REF_newInvokeSpecial),
        /** Reads a field. */
        GETTER(REF_getField),
        /** Writes a field. */
        SETTER(REF_putField),
        /** Reads a static field. */
        STATIC_GETTER(REF_getStatic),
        /** Writes a static field. */
        STATIC_SETTER(REF_putStatic);

        /** The reference kind of JVMS 4.4.8. */
        public final int refKind;
        /** Whether the owner is an interface. */
        public final boolean isInterface;

        Kind(int refKind) {
            this(refKind, false);
        }

        Kind(int refKind, boolean isInterface) {
            this.refKind = refKind;
            this.isInterface = isInterface;
        }

        /** The kind of a reference kind, for an owner that is a class (or must be an interface). */
        public static Kind valueOf(int refKind) {
            return valueOf(refKind, refKind == REF_invokeInterface);
        }

        /** The kind of a reference kind and an owner. */
        public static Kind valueOf(int refKind, boolean isInterface) {
            boolean matters = refKind == REF_invokeStatic || refKind == REF_invokeSpecial;
            for (Kind kind : values()) {
                if (kind.refKind == refKind && (!matters || kind.isInterface == isInterface)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("refKind=" + refKind + " isInterface=" + isInterface);
        }
    }

    /** The kind. */
    Kind kind();

    /** The reference kind of JVMS 4.4.8. */
    int refKind();

    /** Whether the owner is an interface. */
    boolean isOwnerInterface();

    /** The class that the member is looked up in. */
    ClassDesc owner();

    /** The member's name. */
    String methodName();

    /** The member's descriptor. */
    String lookupDescriptor();
}
