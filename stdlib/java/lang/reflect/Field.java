package java.lang.reflect;

import java.lang.annotation.Annotation;
import java.util.Objects;
import rvm.internal.Access;
import rvm.internal.Annotations;
import rvm.internal.Atomics;
import rvm.internal.Conversions;
import rvm.internal.Descriptors;
import rvm.internal.Generics;
import rvm.internal.Reflection;

/** A field of a class. */
public final class Field extends AccessibleObject implements Member {
    final int index;
    private final Class<?> declaring;
    private final String name;
    private final int modifiers;
    private Class<?> type;
    private Type genericType;
    private Annotations annotations;
    /** 0 before it was asked for, 1 public throughout, 2 not. */
    private byte openness;
    /** Where the field is in its object if it is an instance field, else -1; 0 before it was asked for. */
    private long offset;

    Field(Class<?> declaring, int index) {
        this.declaring = declaring;
        this.index = index;
        this.name = Reflection.name(declaring, Reflection.FIELD, index);
        this.modifiers = Reflection.flags(declaring, Reflection.FIELD, index);
    }

    Field(Field of) {
        declaring = of.declaring;
        index = of.index;
        name = of.name;
        modifiers = of.modifiers;
        type = of.type;
        openness = of.openness;
        offset = of.offset;
    }

    @Override
    public void setAccessible(boolean flag) {
        setAccessible(flag, declaring.getClassLoader() != null ? null : Reflection.caller(1));
    }

    @Override
    public Class<?> getDeclaringClass() {
        return declaring;
    }

    public String getName() {
        return name;
    }

    public int getModifiers() {
        return modifiers;
    }

    public boolean isEnumConstant() {
        return (modifiers & Modifier.ENUM) != 0;
    }

    public boolean isSynthetic() {
        return (modifiers & Modifier.SYNTHETIC) != 0;
    }

    public Class<?> getType() {
        Class<?> t = type;
        if (t == null) {
            type = t = Descriptors.type(Reflection.descriptor(declaring, Reflection.FIELD, index), declaring);
        }
        return t;
    }

    public Type getGenericType() {
        Type t = genericType;
        if (t == null) {
            String signature = Reflection.signature(declaring, Reflection.FIELD, index);
            genericType = t = signature == null ? getType() : Generics.fieldType(signature, declaring);
        }
        return t;
    }

    public boolean equals(Object obj) {
        return obj instanceof Field && declaring == ((Field) obj).declaring && index == ((Field) obj).index;
    }

    public int hashCode() {
        return declaring.getName().hashCode() ^ name.hashCode();
    }

    public String toString() {
        return text(getType().getTypeName());
    }

    public String toGenericString() {
        return text(getGenericType().getTypeName());
    }

    private String text(String typeName) {
        StringBuilder sb = new StringBuilder();
        if ((modifiers & Modifier.fieldModifiers()) != 0) {
            sb.append(Modifier.toString(modifiers & Modifier.fieldModifiers())).append(' ');
        }
        return sb.append(typeName).append(' ').append(declaring.getTypeName()).append('.').append(name).toString();
    }

    /** Whether who calls makes no difference. */
    private boolean isOpen() {
        if (openness == 0) {
            openness = (byte) ((modifiers & declaring.getModifiers() & Modifier.PUBLIC) != 0 ? 1 : 2);
        }
        return override || openness == 1;
    }

    /** The place of an instance field of that type; -1 if it is none. */
    private long offset(Class<?> wanted) {
        if (offset == 0) {
            offset = Modifier.isStatic(modifiers) ? -1 : Reflection.fieldOffset(declaring, index);
        }
        return getType() == wanted ? offset : -1;
    }

    /** Checks access and the receiver, and returns the value in its box. */
    private Object read(Object obj, Class<?> caller) throws IllegalAccessException {
        check(obj, caller);
        if (offset(int.class) > 0) {
            return Atomics.getIntVolatile(obj, offset);
        }
        if (!type.isPrimitive() && offset > 0) {
            return Atomics.getRefVolatile(obj, offset);
        }
        return Reflection.getField(declaring, index, obj);
    }

    private void check(Object obj, Class<?> caller) throws IllegalAccessException {
        checkAccess(obj, caller);
        checkReceiver(obj);
    }

    private void checkAccess(Object obj, Class<?> caller) throws IllegalAccessException {
        if (!override && caller != declaring) {
            Access.check(caller, declaring, Modifier.isStatic(modifiers) ? null : obj, modifiers);
        }
    }

    private void checkReceiver(Object obj) {
        if (!Modifier.isStatic(modifiers) && obj.getClass() != declaring && !declaring.isInstance(obj)) {
            throw new IllegalArgumentException(cannotSet(obj));
        }
    }

    /** As the messages name a primitive value. */
    private static String shown(Class<?> primitive, Object value) {
        return "(".concat(primitive.getName()).concat(")").concat(value.toString());
    }

    private String cannotSet(Object value) {
        return cannotSetTo(value == null ? "null value" : value.getClass().getName());
    }

    private String cannotSetTo(String value) {
        StringBuilder sb = new StringBuilder("Can not set ");
        if (Modifier.isStatic(modifiers)) {
            sb.append("static ");
        }
        if (Modifier.isFinal(modifiers)) {
            sb.append("final ");
        }
        sb.append(getType().getName()).append(" field ").append(declaring.getName()).append('.').append(name)
                .append(" to ");
        return sb.append(value).toString();
    }

    /** What a getter of a primitive type says of a field that does not widen to it. */
    private IllegalArgumentException cannotGet(String wanted) {
        return new IllegalArgumentException("Attempt to get " + getType().getName() + " field \"" + declaring.getName()
                + "." + name + "\" with illegal data type conversion to " + wanted);
    }

    private Object readAs(Object obj, Class<?> wanted, Class<?> caller) throws IllegalAccessException {
        if (!getType().isPrimitive() || !Conversions.widens(getType(), wanted)) {
            checkAccess(obj, caller);
            if (!Modifier.isStatic(modifiers)) {
                Objects.requireNonNull(obj);
            }
            throw cannotGet(wanted.getName());
        }
        return Conversions.convert(read(obj, caller), wanted, null);
    }

    private void write(Object obj, Object value, Class<?> primitive, Class<?> caller) throws IllegalAccessException {
        check(obj, caller);
        if (Modifier.isFinal(modifiers)
                && (Modifier.isStatic(modifiers) || !override || declaring.isRecord() || declaring.isHidden())) {
            throw new IllegalAccessException(
                    primitive == null ? cannotSet(value) : cannotSetTo(shown(primitive, value)));
        }
        Class<?> t = getType();
        if (t.isPrimitive() ? Conversions.unboxed(value) == null || !Conversions.widens(Conversions.unboxed(value), t)
                : value != null && !t.isInstance(value)) {
            throw new IllegalArgumentException(cannotSet(value));
        }
        if (!t.isPrimitive() && offset(t) > 0) {
            Atomics.putRefVolatile(obj, offset, value);
            return;
        }
        Reflection.setField(declaring, index, obj, Conversions.convert(value, t, null));
    }

    private void writePrimitive(Object obj, Object value, Class<?> primitive, Class<?> caller)
            throws IllegalAccessException {
        if (!getType().isPrimitive() || !Conversions.widens(primitive, getType())) {
            checkReceiver(obj);
            throw new IllegalArgumentException(cannotSetTo(shown(primitive, value)));
        }
        write(obj, value, primitive, caller);
    }

    public Object get(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return read(obj, isOpen() ? null : Reflection.caller(1));
    }

    public boolean getBoolean(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Boolean) readAs(obj, boolean.class, isOpen() ? null : Reflection.caller(1));
    }

    public byte getByte(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Byte) readAs(obj, byte.class, isOpen() ? null : Reflection.caller(1));
    }

    public char getChar(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Character) readAs(obj, char.class, isOpen() ? null : Reflection.caller(1));
    }

    public short getShort(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Short) readAs(obj, short.class, isOpen() ? null : Reflection.caller(1));
    }

    public int getInt(Object obj) throws IllegalArgumentException, IllegalAccessException {
        Class<?> caller = isOpen() ? null : Reflection.caller(1);
        if (offset(int.class) > 0) {
            check(obj, caller);
            return Atomics.getIntVolatile(obj, offset);
        }
        return (Integer) readAs(obj, int.class, caller);
    }

    public long getLong(Object obj) throws IllegalArgumentException, IllegalAccessException {
        Class<?> caller = isOpen() ? null : Reflection.caller(1);
        if (offset(long.class) > 0) {
            check(obj, caller);
            return Atomics.getLongVolatile(obj, offset);
        }
        return (Long) readAs(obj, long.class, caller);
    }

    public float getFloat(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Float) readAs(obj, float.class, isOpen() ? null : Reflection.caller(1));
    }

    public double getDouble(Object obj) throws IllegalArgumentException, IllegalAccessException {
        return (Double) readAs(obj, double.class, isOpen() ? null : Reflection.caller(1));
    }

    public void set(Object obj, Object value) throws IllegalArgumentException, IllegalAccessException {
        write(obj, value, null, isOpen() ? null : Reflection.caller(1));
    }

    public void setBoolean(Object obj, boolean b) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, b, boolean.class, isOpen() ? null : Reflection.caller(1));
    }

    public void setByte(Object obj, byte b) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, b, byte.class, isOpen() ? null : Reflection.caller(1));
    }

    public void setChar(Object obj, char c) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, c, char.class, isOpen() ? null : Reflection.caller(1));
    }

    public void setShort(Object obj, short s) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, s, short.class, isOpen() ? null : Reflection.caller(1));
    }

    public void setInt(Object obj, int i) throws IllegalArgumentException, IllegalAccessException {
        Class<?> caller = isOpen() ? null : Reflection.caller(1);
        if (offset(int.class) > 0 && !Modifier.isFinal(modifiers)) {
            check(obj, caller);
            Atomics.putIntVolatile(obj, offset, i);
            return;
        }
        writePrimitive(obj, i, int.class, caller);
    }

    public void setLong(Object obj, long l) throws IllegalArgumentException, IllegalAccessException {
        Class<?> caller = isOpen() ? null : Reflection.caller(1);
        if (offset(long.class) > 0 && !Modifier.isFinal(modifiers)) {
            check(obj, caller);
            Atomics.putLongVolatile(obj, offset, l);
            return;
        }
        writePrimitive(obj, l, long.class, caller);
    }

    public void setFloat(Object obj, float f) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, f, float.class, isOpen() ? null : Reflection.caller(1));
    }

    public void setDouble(Object obj, double d) throws IllegalArgumentException, IllegalAccessException {
        writePrimitive(obj, d, double.class, isOpen() ? null : Reflection.caller(1));
    }

    @Override
    Annotations annotations() {
        if (annotations == null) {
            annotations = Annotations.ofMember(declaring, Reflection.FIELD, index);
        }
        return annotations;
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return super.getAnnotation(annotationClass);
    }

    @Override
    public <T extends Annotation> T[] getAnnotationsByType(Class<T> annotationClass) {
        return super.getAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return super.getDeclaredAnnotations();
    }

    public AnnotatedType getAnnotatedType() {
        return Annotations.annotatedType(getGenericType());
    }
}
