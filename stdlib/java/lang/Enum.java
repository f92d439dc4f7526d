package java.lang;

/** The superclass of all enum classes. */
public abstract class Enum<E extends Enum<E>> implements java.lang.constant.Constable, Comparable<E>,
        java.io.Serializable {
    private final String name;
    private final int ordinal;

    protected Enum(String name, int ordinal) {
        this.name = name;
        this.ordinal = ordinal;
    }

    public final String name() {
        return name;
    }

    public final int ordinal() {
        return ordinal;
    }

    public String toString() {
        return name;
    }

    public final boolean equals(Object other) {
        return this == other;
    }

    public final int hashCode() {
        return super.hashCode();
    }

    protected final Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    @SuppressWarnings("rawtypes")
    public final int compareTo(E o) {
        Enum other = o;
        if (getClass() != other.getClass() && getDeclaringClass() != other.getDeclaringClass()) {
            throw new ClassCastException();
        }
        return ordinal - other.ordinal;
    }

    @SuppressWarnings("unchecked")
    public final Class<E> getDeclaringClass() {
        Class<?> c = getClass();
        Class<?> parent = c.getSuperclass();
        // A constant with a body has a class of its own.
        return parent == Enum.class ? (Class<E>) c : (Class<E>) parent;
    }

    public static <T extends Enum<T>> T valueOf(Class<T> enumClass, String name) {
        T constant = enumClass.enumConstant(name);
        if (constant != null) {
            return constant;
        }
        if (name == null) {
            throw new NullPointerException("Name is null");
        }
        throw new IllegalArgumentException(
                "No enum constant ".concat(enumClass.getCanonicalName()).concat(".").concat(name));
    }

    @SuppressWarnings("deprecation")
    protected final void finalize() {
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException {
        throw new java.io.InvalidObjectException("can't deserialize enum");
    }

    @Override
    public final java.util.Optional<EnumDesc<E>> describeConstable() {
        return getDeclaringClass().describeConstable().map(c -> EnumDesc.of(c, name));
    }

    /** The description of an enum constant. */
    public static final class EnumDesc<E extends Enum<E>> extends java.lang.constant.DynamicConstantDesc<E> {
        private EnumDesc(java.lang.constant.ClassDesc constantClass, String constantName) {
            super(java.lang.constant.ConstantDescs.BSM_ENUM_CONSTANT, constantName, constantClass);
        }

        /** A constant of an enum class. */
        public static <E extends Enum<E>> EnumDesc<E> of(java.lang.constant.ClassDesc enumClass, String constantName) {
            return new EnumDesc<>(enumClass, constantName);
        }

        @Override
        @SuppressWarnings("unchecked")
        public E resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup lookup) throws ReflectiveOperationException {
            return Enum.valueOf((Class<E>) constantType().resolveConstantDesc(lookup), constantName());
        }

        @Override
        public String toString() {
            return "EnumDesc[" + constantType().displayName() + "." + constantName() + "]";
        }
    }
}
