package rvm.internal;

/**
 * The VM's view of members of classes. A member is named by its class, a kind (0 field, 1 method, 2 record component,
 * 3 the class itself) and its index in the class file.
 */
public final class Reflection {
    public static final int FIELD = 0;
    public static final int METHOD = 1;
    public static final int COMPONENT = 2;
    public static final int CLASS = 3;

    public static final int ANNOTATIONS = 0;
    public static final int PARAMETER_ANNOTATIONS = 1;
    public static final int DEFAULT = 2;
    public static final int TYPE_ANNOTATIONS = 3;
    public static final int PARAMETERS = 4;

    private Reflection() {
    }

    // The number of members of that kind; -1 for the components of what is no record.
    public static native int count(Class<?> c, int kind);

    public static native String name(Class<?> c, int kind, int i);

    public static native String descriptor(Class<?> c, int kind, int i);

    // The generic signature, or null.
    public static native String signature(Class<?> c, int kind, int i);

    // The access flags as in the class file.
    public static native int flags(Class<?> c, int kind, int i);

    // The internal names of the exceptions that a method declares, or null.
    public static native String[] exceptions(Class<?> c, int i);

    // The content of an attribute (one of the constants above), or null.
    public static native byte[] attribute(Class<?> c, int kind, int i, int which);

    // A constant of the class's pool: String for Utf8, boxes for Integer, Float, Long and Double.
    public static native Object constant(Class<?> c, int index);

    // The index of a declared method, or -1.
    public static native int find(Class<?> c, String name, String descriptor);

    // Calls a method (with selection on the receiver where it is virtual) or a constructor on the receiver. Arguments are
    // boxes of exactly the parameters' types; null when there are none. Boxes the result; null for void. Initialises the class
    // of a static method. What the method throws is thrown on.
    public static native Object invoke(Class<?> c, int i, Object receiver, Object[] args) throws Throwable;

    // As invoke, but calls just this method of the class, though the receiver's class overrides it.
    public static native Object invokeSpecial(Class<?> c, int i, Object receiver, Object[] args) throws Throwable;

    // Reads a field, boxed; access and final don't matter. The receiver is ignored for static ones.
    public static native Object getField(Class<?> c, int i, Object receiver);

    // The offset of an instance field, as Atomics takes it.
    public static native long fieldOffset(Class<?> c, int i);

    public static native void setField(Class<?> c, int i, Object receiver, Object value);

    // An instance whose constructor has not run; initialises the class.
    public static native Object allocate(Class<?> c);

    // NegativeArraySizeException when the length is negative.
    public static native Object newArray(Class<?> component, int length);

    // The class of a method on the stack: 0 is the method that calls this one, 1 its caller, ...; null past the end.
    public static native Class<?> caller(int depth);

    // Defines a class in the loader of another (any package); it need not be verified.
    public static native Class<?> define(Class<?> host, String name, byte[] code);

    // Defines a class of the same loader and package as another, and verifies it as that loader's are.
    public static native Class<?> defineNext(Class<?> host, byte[] code);

    // Runs the static initialisation.
    public static native void initialize(Class<?> c);
}
