package java.lang.invoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import rvm.internal.Conversions;

/** The types of the parameters and the result of a method handle. */
public final class MethodType implements java.lang.constant.Constable,
        TypeDescriptor.OfMethod<Class<?>, MethodType>, java.io.Serializable {
    private static final Class<?>[] NONE = new Class<?>[0];

    private final Class<?> result;
    private final Class<?>[] parameters;
    private String descriptor;

    // Types are interned, so that calls of method handles compare them by identity.
    private static final java.util.HashMap<MethodType, MethodType> ALL = new java.util.HashMap<MethodType, MethodType>();

    // Unpacks boxed arguments for handles of this type; made on first use.
    private transient MethodHandle spreader;

    private MethodType(Class<?> result, Class<?>[] parameters) {
        this.result = result;
        this.parameters = parameters;
    }

    private static MethodType make(Class<?> result, Class<?>[] parameters) {
        Objects.requireNonNull(result);
        int slots = 0;
        for (Class<?> p : parameters) {
            if (Objects.requireNonNull(p) == void.class) {
                throw new IllegalArgumentException("parameter type cannot be void");
            }
            slots += p == long.class || p == double.class ? 2 : 1;
        }
        if (slots > 255) {
            throw new IllegalArgumentException("bad parameter count " + slots);
        }
        MethodType made = new MethodType(result, parameters);
        synchronized (ALL) {
            MethodType known = ALL.putIfAbsent(made, made);
            return known == null ? made : known;
        }
    }

    MethodHandle spreader() {
        MethodHandle s = spreader;
        if (s == null) {
            spreader = s = Forms.spreader(this);
        }
        return s;
    }

    private Object readResolve() {
        return make(result, parameters.clone());
    }

    public static MethodType methodType(Class<?> rtype, Class<?>[] ptypes) {
        return make(rtype, ptypes.clone());
    }

    public static MethodType methodType(Class<?> rtype, List<Class<?>> ptypes) {
        return make(rtype, ptypes.toArray(NONE));
    }

    public static MethodType methodType(Class<?> rtype, Class<?> ptype0, Class<?>... ptypes) {
        Class<?>[] all = new Class<?>[ptypes.length + 1];
        all[0] = ptype0;
        System.arraycopy(ptypes, 0, all, 1, ptypes.length);
        return make(rtype, all);
    }

    public static MethodType methodType(Class<?> rtype) {
        return make(rtype, NONE);
    }

    public static MethodType methodType(Class<?> rtype, Class<?> ptype0) {
        return make(rtype, new Class<?>[] {ptype0});
    }

    public static MethodType methodType(Class<?> rtype, MethodType ptypes) {
        return make(rtype, ptypes.parameters);
    }

    public static MethodType genericMethodType(int objectArgCount, boolean finalArray) {
        int n = objectArgCount + (finalArray ? 1 : 0);
        if (objectArgCount < 0 || n > 255) {
            throw new IllegalArgumentException("bad parameter count " + objectArgCount);
        }
        Class<?>[] p = new Class<?>[n];
        Arrays.fill(p, Object.class);
        if (finalArray) {
            p[objectArgCount] = Object[].class;
        }
        return make(Object.class, p);
    }

    public static MethodType genericMethodType(int objectArgCount) {
        return genericMethodType(objectArgCount, false);
    }

    public MethodType changeParameterType(int num, Class<?> nptype) {
        if (parameterType(num) == nptype) {
            return this;
        }
        Class<?>[] p = parameters.clone();
        p[num] = nptype;
        return make(result, p);
    }

    public MethodType insertParameterTypes(int num, Class<?>... ptypesToInsert) {
        int n = parameters.length;
        if (num < 0 || num > n) {
            throw new IndexOutOfBoundsException(Integer.toString(num));
        }
        int add = ptypesToInsert.length;
        if (add == 0) {
            return this;
        }
        Class<?>[] p = new Class<?>[n + add];
        System.arraycopy(parameters, 0, p, 0, num);
        System.arraycopy(ptypesToInsert, 0, p, num, add);
        System.arraycopy(parameters, num, p, num + add, n - num);
        return make(result, p);
    }

    public MethodType appendParameterTypes(Class<?>... ptypesToInsert) {
        return insertParameterTypes(parameters.length, ptypesToInsert);
    }

    public MethodType insertParameterTypes(int num, List<Class<?>> ptypesToInsert) {
        return insertParameterTypes(num, ptypesToInsert.toArray(NONE));
    }

    public MethodType appendParameterTypes(List<Class<?>> ptypesToInsert) {
        return insertParameterTypes(parameters.length, ptypesToInsert);
    }

    public MethodType dropParameterTypes(int start, int end) {
        int n = parameters.length;
        if (start < 0 || start > end || end > n) {
            throw new IndexOutOfBoundsException("start " + start + ", end " + end + ", length " + n);
        }
        if (start == end) {
            return this;
        }
        Class<?>[] p = new Class<?>[n - (end - start)];
        System.arraycopy(parameters, 0, p, 0, start);
        System.arraycopy(parameters, end, p, start, n - end);
        return make(result, p);
    }

    public MethodType changeReturnType(Class<?> nrtype) {
        return result == nrtype ? this : make(nrtype, parameters);
    }

    public boolean hasPrimitives() {
        for (Class<?> p : parameters) {
            if (p.isPrimitive()) {
                return true;
            }
        }
        return result.isPrimitive();
    }

    private static Class<?> unwrapped(Class<?> c) {
        return c == Integer.class ? int.class : c == Long.class ? long.class : c == Boolean.class ? boolean.class
                : c == Double.class ? double.class : c == Character.class ? char.class
                : c == Byte.class ? byte.class : c == Short.class ? short.class : c == Float.class ? float.class
                : c == Void.class ? void.class : c;
    }

    public boolean hasWrappers() {
        return unwrap() != this;
    }

    public MethodType erase() {
        return map(1);
    }

    public MethodType generic() {
        return genericMethodType(parameters.length);
    }

    public MethodType wrap() {
        return map(2);
    }

    public MethodType unwrap() {
        return map(3);
    }

    /** Erases (1), wraps (2) or unwraps (3) all types. */
    private MethodType map(int how) {
        Class<?>[] p = new Class<?>[parameters.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = mapped(parameters[i], how);
            if (p[i] == void.class) {
                p[i] = parameters[i];
            }
        }
        Class<?> r = mapped(result, how);
        return r == result && Arrays.equals(p, parameters) ? this : make(r, p);
    }

    private static Class<?> mapped(Class<?> c, int how) {
        return how == 1 ? c.isPrimitive() ? c : Object.class : how == 2 ? Conversions.boxOf(c) : unwrapped(c);
    }

    public Class<?> parameterType(int num) {
        return parameters[num];
    }

    public int parameterCount() {
        return parameters.length;
    }

    public Class<?> returnType() {
        return result;
    }

    public List<Class<?>> parameterList() {
        return Collections.unmodifiableList(Arrays.asList(parameters.clone()));
    }

    public Class<?> lastParameterType() {
        int n = parameters.length;
        return n == 0 ? void.class : parameters[n - 1];
    }

    public Class<?>[] parameterArray() {
        return parameters.clone();
    }

    Class<?>[] sharedParameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object x) {
        return this == x || x instanceof MethodType && result == ((MethodType) x).result
                && Arrays.equals(parameters, ((MethodType) x).parameters);
    }

    @Override
    public int hashCode() {
        int h = 31 + result.hashCode();
        for (Class<?> p : parameters) {
            h = 31 * h + p.hashCode();
        }
        return h;
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder().append('(');
        for (int i = 0; i < parameters.length; i++) {
            sb.append(i == 0 ? "" : ",").append(parameters[i].getSimpleName());
        }
        return sb.append(')').append(result.getSimpleName()).toString();
    }

    public static MethodType fromMethodDescriptorString(String descriptor, ClassLoader loader)
            throws IllegalArgumentException, TypeNotPresentException {
        if (!descriptor.startsWith("(") || descriptor.indexOf(')') < 0 || descriptor.indexOf('.') >= 0) {
            throw new IllegalArgumentException("not a method descriptor: " + descriptor);
        }
        ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        ArrayList<Class<?>> list = new ArrayList<Class<?>>();
        int i = 1;
        while (i < descriptor.length() && descriptor.charAt(i) != ')') {
            int end = end(descriptor, i);
            list.add(type(descriptor, i, end, from));
            i = end;
        }
        if (++i >= descriptor.length() || end(descriptor, i) != descriptor.length()) {
            throw new IllegalArgumentException("not a method descriptor: " + descriptor);
        }
        return make(type(descriptor, i, descriptor.length(), from), list.toArray(NONE));
    }

    private static int end(String d, int i) {
        while (i < d.length() && d.charAt(i) == '[') {
            i++;
        }
        if (i < d.length() && d.charAt(i) == 'L') {
            i = d.indexOf(';', i);
        }
        if (i < 0 || i >= d.length()) {
            throw new IllegalArgumentException("not a method descriptor: " + d);
        }
        return i + 1;
    }

    private static Class<?> type(String d, int i, int end, ClassLoader loader) {
        switch (d.charAt(i)) {
            case 'V':
                return void.class;
            case 'Z':
                return boolean.class;
            case 'B':
                return byte.class;
            case 'C':
                return char.class;
            case 'S':
                return short.class;
            case 'I':
                return int.class;
            case 'J':
                return long.class;
            case 'F':
                return float.class;
            case 'D':
                return double.class;
            case 'L':
                return load(d.substring(i + 1, end - 1).replace('/', '.'), loader);
            case '[':
                return type(d, i + 1, end, loader).arrayType();
            default:
                throw new IllegalArgumentException("not a method descriptor: " + d);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new TypeNotPresentException(name, e);
        }
    }

    public String toMethodDescriptorString() {
        String d = descriptor;
        if (d == null) {
            descriptor = d = rvm.internal.Descriptors.of(parameters, result);
        }
        return d;
    }

    @Override
    public String descriptorString() {
        return toMethodDescriptorString();
    }

    @Override
    public java.util.Optional<java.lang.constant.MethodTypeDesc> describeConstable() {
        java.lang.constant.ClassDesc[] types = new java.lang.constant.ClassDesc[parameterCount()];
        for (int i = 0; i < types.length; i++) {
            java.util.Optional<java.lang.constant.ClassDesc> type = parameterType(i).describeConstable();
            if (type.isEmpty()) {
                return java.util.Optional.empty();
            }
            types[i] = type.get();
        }
        return returnType().describeConstable().map(r -> java.lang.constant.MethodTypeDesc.of(r, types));
    }
}
