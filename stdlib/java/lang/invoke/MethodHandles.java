package java.lang.invoke;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import rvm.internal.Access;
import rvm.internal.Conversions;
import rvm.internal.Descriptors;
import rvm.internal.Reflection;

/** Makes method handles and puts them together. */
public class MethodHandles {
    private MethodHandles() {
    }

    public static Lookup lookup() {
        return new Lookup(Reflection.caller(1));
    }

    public static Lookup publicLookup() {
        return new Lookup(Object.class, Lookup.UNCONDITIONAL);
    }

    public static Lookup privateLookupIn(Class<?> targetClass, Lookup caller) throws IllegalAccessException {
        if (targetClass.isPrimitive() || targetClass.isArray()) {
            throw new IllegalArgumentException(targetClass + (targetClass.isArray() ? " is an array class"
                    : " is a primitive class"));
        }
        if ((caller.lookupModes() & Lookup.PRIVATE) == 0 || targetClass.getClassLoader() == null
                && caller.lookupClass().getClassLoader() != null) {
            throw new IllegalAccessException("caller does not have PRIVATE and MODULE lookup mode");
        }
        return new Lookup(targetClass);
    }

    public static <T> T classData(Lookup caller, String name, Class<T> type) throws IllegalAccessException {
        throw new UnsupportedOperationException("MethodHandles.classData");
    }

    public static <T> T classDataAt(Lookup caller, String name, Class<T> type, int index)
            throws IllegalAccessException {
        throw new UnsupportedOperationException("MethodHandles.classDataAt");
    }

    /** What the VM calls for a method handle constant. */
    static MethodHandle constantHandle(Class<?> caller, int kind, Class<?> owner, String name, String descriptor)
            throws ReflectiveOperationException {
        Lookup lookup = new Lookup(caller);
        if (kind <= MethodHandleInfo.REF_putStatic) {
            return lookup.field(owner, name, Descriptors.type(descriptor, caller), kind);
        }
        MethodType type = MethodType.methodType(Descriptors.returnType(descriptor, caller),
                Descriptors.parameters(descriptor, caller));
        switch (kind) {
            case MethodHandleInfo.REF_newInvokeSpecial:
                return lookup.findConstructor(owner, type);
            case MethodHandleInfo.REF_invokeStatic:
                return lookup.findStatic(owner, name, type);
            case MethodHandleInfo.REF_invokeSpecial:
                return lookup.findSpecial(owner, name, type, caller);
            default:
                return lookup.findVirtual(owner, name, type);
        }
    }

    /** Looks members up, with the rights of a class. */
    public static final class Lookup {
        public static final int PUBLIC = 0x1;
        public static final int PRIVATE = 0x2;
        public static final int PROTECTED = 0x4;
        public static final int PACKAGE = 0x8;
        public static final int MODULE = 0x10;
        public static final int UNCONDITIONAL = 0x20;
        public static final int ORIGINAL = 0x40;

        private static final int ALL = PUBLIC | PRIVATE | PROTECTED | PACKAGE | MODULE | ORIGINAL;

        /** How a hidden class is made. */
        public enum ClassOption {
            NESTMATE, STRONG
        }

        private final Class<?> lookupClass;
        private final int modes;

        Lookup(Class<?> lookupClass) {
            this(lookupClass, ALL);
        }

        Lookup(Class<?> lookupClass, int modes) {
            this.lookupClass = lookupClass;
            this.modes = modes;
        }

        public Class<?> lookupClass() {
            return lookupClass;
        }

        public Class<?> previousLookupClass() {
            return null;
        }

        public int lookupModes() {
            return modes;
        }

        public Lookup in(Class<?> requestedLookupClass) {
            if (requestedLookupClass.isPrimitive() || requestedLookupClass.isArray()) {
                throw new IllegalArgumentException(requestedLookupClass + " is not a class or interface");
            }
            if (requestedLookupClass == lookupClass) {
                return this;
            }
            int left = modes & ~(ORIGINAL | PROTECTED);
            if (lookupClass.getClassLoader() != requestedLookupClass.getClassLoader()) {
                left &= ~(MODULE | PACKAGE | PRIVATE);
            } else if (!lookupClass.getPackageName().equals(requestedLookupClass.getPackageName())) {
                left &= ~(PACKAGE | PRIVATE);
            } else if (!lookupClass.isNestmateOf(requestedLookupClass)) {
                left &= ~PRIVATE;
            }
            return new Lookup(requestedLookupClass, left);
        }

        public Lookup dropLookupMode(int modeToDrop) {
            int drop = modeToDrop | ORIGINAL | PROTECTED;
            switch (modeToDrop) {
                case PUBLIC:
                    drop |= ALL;
                    break;
                case MODULE:
                    drop |= PACKAGE | PRIVATE;
                    break;
                case PACKAGE:
                    drop |= PRIVATE;
                    break;
                case PROTECTED:
                case PRIVATE:
                case ORIGINAL:
                case UNCONDITIONAL:
                    break;
                default:
                    throw new IllegalArgumentException(modeToDrop + " is not a valid mode to drop");
            }
            return new Lookup(lookupClass, modes & ~drop);
        }

        public Class<?> defineClass(byte[] bytes) throws IllegalAccessException {
            Objects.requireNonNull(bytes);
            throw new UnsupportedOperationException("MethodHandles.Lookup.defineClass");
        }

        public Lookup defineHiddenClass(byte[] bytes, boolean initialize, ClassOption... options)
                throws IllegalAccessException {
            Objects.requireNonNull(bytes);
            throw new UnsupportedOperationException("MethodHandles.Lookup.defineHiddenClass");
        }

        public Lookup defineHiddenClassWithClassData(byte[] bytes, Object classData, boolean initialize,
                ClassOption... options) throws IllegalAccessException {
            Objects.requireNonNull(bytes);
            throw new UnsupportedOperationException("MethodHandles.Lookup.defineHiddenClassWithClassData");
        }

        @Override
        public String toString() {
            String name = lookupClass.getName();
            switch (modes) {
                case 0:
                    return name.concat("/noaccess");
                case UNCONDITIONAL:
                    return name.concat("/publicLookup");
                case PUBLIC:
                    return name.concat("/public");
                case PUBLIC | MODULE:
                    return name.concat("/module");
                case PUBLIC | MODULE | PACKAGE:
                    return name.concat("/package");
                case PUBLIC | MODULE | PACKAGE | PRIVATE:
                    return name.concat("/private");
                default:
                    return name;
            }
        }

        private void check(Class<?> declaring, int modifiers, String what) throws IllegalAccessException {
            boolean allowed = (modes & PACKAGE) == 0
                    ? Modifier.isPublic(modifiers) && Modifier.isPublic(declaring.getModifiers())
                    : Access.isAllowed(lookupClass, declaring, null, modifiers)
                            && ((modes & PRIVATE) != 0 || !Modifier.isPrivate(modifiers));
            if (!allowed) {
                String kind = Modifier.isPrivate(modifiers) ? "member is private: "
                        : Modifier.isProtected(modifiers) ? "member is protected: "
                        : Modifier.isPublic(modifiers) ? "class is not public: " : "member is private to package: ";
                throw new IllegalAccessException(kind + what + ", from " + lookupClass + " ("
                        + lookupClass.getModule() + ")");
            }
        }

        /** The class that declares a method, searched from the named class upwards; null when there is none. */
        private static Class<?> declaring(Class<?> c, String name, String descriptor) {
            for (Class<?> k = c; k != null; k = k.getSuperclass()) {
                if (!k.isArray() && Reflection.find(k, name, descriptor) >= 0) {
                    return k;
                }
            }
            Class<?> found = null;
            for (Class<?> k = c; k != null; k = k.getSuperclass()) {
                for (Class<?> i : k.getInterfaces()) {
                    Class<?> d = declaring(i, name, descriptor);
                    if (d != null && (found == null || found.isAssignableFrom(d))) {
                        found = d;
                    }
                }
            }
            if (found == null && c.isInterface() && Reflection.find(Object.class, name, descriptor) >= 0) {
                found = Object.class;
            }
            return found;
        }

        private MethodHandle method(Class<?> refc, String name, MethodType type, int kind, Class<?> receiver)
                throws NoSuchMethodException, IllegalAccessException {
            Objects.requireNonNull(name);
            String descriptor = type.toMethodDescriptorString();
            String what = refc.getName() + "." + name + type + "/" + MethodHandleInfo.referenceKindToString(kind);
            Class<?> d = name.startsWith("<") && kind != MethodHandleInfo.REF_newInvokeSpecial ? null
                    : kind == MethodHandleInfo.REF_newInvokeSpecial
                            ? Reflection.find(refc, name, descriptor) < 0 ? null : refc
                    : declaring(refc, name, descriptor);
            if (d == null) {
                throw new NoSuchMethodException("no such " + (kind == MethodHandleInfo.REF_newInvokeSpecial
                        ? "constructor: " : "method: ") + what);
            }
            int index = Reflection.find(d, name, descriptor);
            int flags = Reflection.flags(d, Reflection.METHOD, index);
            boolean wantsStatic = kind == MethodHandleInfo.REF_invokeStatic;
            if (Modifier.isStatic(flags) != wantsStatic) {
                throw new IllegalAccessException("no such method: " + what);
            }
            check(d == refc || Modifier.isPublic(flags) ? refc : d, flags, what);
            if (kind == MethodHandleInfo.REF_invokeVirtual && d.isInterface()) {
                kind = MethodHandleInfo.REF_invokeInterface;
            }
            MethodType full = kind == MethodHandleInfo.REF_newInvokeSpecial ? type.changeReturnType(refc)
                    : wantsStatic ? type : type.insertParameterTypes(0, receiver);
            MethodHandle handle = new DirectHandle(full, kind, d, index, refc);
            // The flag of variable arity is that of transient fields.
            return Modifier.isTransient(flags) ? handle.asVarargsCollector(type.lastParameterType()) : handle;
        }

        public MethodHandle findStatic(Class<?> refc, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            return method(refc, name, type, MethodHandleInfo.REF_invokeStatic, null);
        }

        public MethodHandle findVirtual(Class<?> refc, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            if (refc == MethodHandle.class && (name.equals("invoke") || name.equals("invokeExact"))) {
                return name.equals("invoke") ? invoker(type) : exactInvoker(type);
            }
            return method(refc, name, type, MethodHandleInfo.REF_invokeVirtual, refc);
        }

        public MethodHandle findConstructor(Class<?> refc, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            if (refc.isArray()) {
                throw new NoSuchMethodException("no constructor for array class: " + refc.getName());
            }
            if (type.returnType() != void.class) {
                throw new NoSuchMethodException("no such constructor: " + refc.getName() + ".<init>" + type
                        + "/newInvokeSpecial");
            }
            return method(refc, "<init>", type, MethodHandleInfo.REF_newInvokeSpecial, null);
        }

        public Class<?> findClass(String targetName) throws ClassNotFoundException, IllegalAccessException {
            return accessClass(Class.forName(targetName, false, lookupClass.getClassLoader()));
        }

        public Class<?> ensureInitialized(Class<?> targetClass) throws IllegalAccessException {
            if (targetClass.isPrimitive() || targetClass.isArray()) {
                throw new IllegalArgumentException(targetClass + " is not a class or interface");
            }
            accessClass(targetClass);
            try {
                return Class.forName(targetClass.getName(), true, targetClass.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new InternalError(e);
            }
        }

        public Class<?> accessClass(Class<?> targetClass) throws IllegalAccessException {
            if (!Modifier.isPublic(targetClass.getModifiers()) && ((modes & PACKAGE) == 0
                    || targetClass.getClassLoader() != lookupClass.getClassLoader()
                    || !targetClass.getPackageName().equals(lookupClass.getPackageName()))) {
                throw new IllegalAccessException("access violation: " + targetClass + ", from " + this);
            }
            return targetClass;
        }

        public MethodHandle findSpecial(Class<?> refc, String name, MethodType type, Class<?> specialCaller)
                throws NoSuchMethodException, IllegalAccessException {
            if ((modes & PRIVATE) == 0 || specialCaller != lookupClass) {
                throw new IllegalAccessException("no private access for invokespecial: " + specialCaller + ", from "
                        + this);
            }
            return method(refc, name, type, MethodHandleInfo.REF_invokeSpecial, specialCaller);
        }

        private MethodHandle field(Class<?> refc, String name, Class<?> type, int kind)
                throws NoSuchFieldException, IllegalAccessException {
            String descriptor = type.descriptorString();
            String what = refc.getName() + "." + name + "/" + type.getName() + "/"
                    + MethodHandleInfo.referenceKindToString(kind);
            Class<?> d = declaringOfField(refc, name, descriptor);
            if (d == null) {
                throw new NoSuchFieldException("no such field: " + what);
            }
            int index = fieldIndex(d, name, descriptor);
            int flags = Reflection.flags(d, Reflection.FIELD, index);
            boolean isStatic = kind == MethodHandleInfo.REF_getStatic || kind == MethodHandleInfo.REF_putStatic;
            boolean puts = kind >= MethodHandleInfo.REF_putField;
            if (Modifier.isStatic(flags) != isStatic) {
                throw new IllegalAccessException("no such field: " + what);
            }
            check(d == refc || Modifier.isPublic(flags) ? refc : d, flags, what);
            if (puts && Modifier.isFinal(flags)) {
                throw new IllegalAccessException("final field has no write access: " + what + ", from " + lookupClass
                        + " (" + lookupClass.getModule() + ")");
            }
            MethodType t = puts ? MethodType.methodType(void.class, type) : MethodType.methodType(type);
            return new DirectHandle(isStatic ? t : t.insertParameterTypes(0, refc), kind, d, index, refc);
        }

        private static Class<?> declaringOfField(Class<?> c, String name, String descriptor) {
            for (; c != null; c = c.getSuperclass()) {
                if (fieldIndex(c, name, descriptor) >= 0) {
                    return c;
                }
                for (Class<?> i : c.getInterfaces()) {
                    Class<?> d = declaringOfField(i, name, descriptor);
                    if (d != null) {
                        return d;
                    }
                }
            }
            return null;
        }

        private static int fieldIndex(Class<?> c, String name, String descriptor) {
            int n = c.isArray() ? 0 : Reflection.count(c, Reflection.FIELD);
            for (int i = 0; i < n; i++) {
                if (Reflection.name(c, Reflection.FIELD, i).equals(name)
                        && Reflection.descriptor(c, Reflection.FIELD, i).equals(descriptor)) {
                    return i;
                }
            }
            return -1;
        }

        public MethodHandle findGetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(refc, name, type, MethodHandleInfo.REF_getField);
        }

        public MethodHandle findSetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(refc, name, type, MethodHandleInfo.REF_putField);
        }

        private VarHandle variable(Class<?> refc, String name, Class<?> type, int kind)
                throws NoSuchFieldException, IllegalAccessException {
            DirectHandle getter = (DirectHandle) field(refc, name, type, kind);
            Class<?> d = getter.getDeclaringClass();
            int index = fieldIndex(d, name, type.descriptorString());
            return new VarHandle.OfField(refc, type, d, index, name, getter.getModifiers());
        }

        public VarHandle findVarHandle(Class<?> recv, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return variable(recv, name, type, MethodHandleInfo.REF_getField);
        }

        public MethodHandle findStaticGetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(refc, name, type, MethodHandleInfo.REF_getStatic);
        }

        public MethodHandle findStaticSetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(refc, name, type, MethodHandleInfo.REF_putStatic);
        }

        public VarHandle findStaticVarHandle(Class<?> decl, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return variable(decl, name, type, MethodHandleInfo.REF_getStatic);
        }

        public MethodHandle bind(Object receiver, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            MethodHandle handle = findVirtual(receiver.getClass(), name, type);
            MethodHandle bound = handle.bindTo(receiver);
            return handle.isVarargsCollector() ? bound.asVarargsCollector(type.lastParameterType()) : bound;
        }

        private MethodHandle reflected(Method m, int kind, Class<?> receiver) throws IllegalAccessException {
            Class<?> d = m.getDeclaringClass();
            MethodType type = MethodType.methodType(m.getReturnType(), m.getParameterTypes());
            int index = Reflection.find(d, m.getName(), type.toMethodDescriptorString());
            if (!accessible(m)) {
                check(d, m.getModifiers(), m.toString());
            }
            MethodType full = kind == MethodHandleInfo.REF_invokeStatic ? type : type.insertParameterTypes(0, receiver);
            MethodHandle handle = new DirectHandle(full, kind, d, index, d);
            return m.isVarArgs() ? handle.asVarargsCollector(type.lastParameterType()) : handle;
        }

        @SuppressWarnings("deprecation")
        private static boolean accessible(java.lang.reflect.AccessibleObject o) {
            return o.isAccessible();
        }

        public MethodHandle unreflect(Method m) throws IllegalAccessException {
            Class<?> d = m.getDeclaringClass();
            int kind = Modifier.isStatic(m.getModifiers()) ? MethodHandleInfo.REF_invokeStatic
                    : d.isInterface() ? MethodHandleInfo.REF_invokeInterface : MethodHandleInfo.REF_invokeVirtual;
            return reflected(m, kind, d);
        }

        public MethodHandle unreflectSpecial(Method m, Class<?> specialCaller) throws IllegalAccessException {
            if ((modes & PRIVATE) == 0 || specialCaller != lookupClass) {
                throw new IllegalAccessException("no private access for invokespecial: " + specialCaller + ", from "
                        + this);
            }
            return reflected(m, MethodHandleInfo.REF_invokeSpecial, specialCaller);
        }

        public MethodHandle unreflectConstructor(Constructor<?> c) throws IllegalAccessException {
            Class<?> d = c.getDeclaringClass();
            MethodType type = MethodType.methodType(void.class, c.getParameterTypes());
            if (!accessible(c)) {
                check(d, c.getModifiers(), c.toString());
            }
            int index = Reflection.find(d, "<init>", type.toMethodDescriptorString());
            MethodHandle handle = new DirectHandle(type.changeReturnType(d), MethodHandleInfo.REF_newInvokeSpecial, d,
                    index, d);
            return c.isVarArgs() ? handle.asVarargsCollector(type.lastParameterType()) : handle;
        }

        private MethodHandle reflected(Field f, boolean puts) throws IllegalAccessException {
            Class<?> d = f.getDeclaringClass();
            boolean isStatic = Modifier.isStatic(f.getModifiers());
            if (!accessible(f)) {
                check(d, f.getModifiers(), f.toString());
            }
            if (puts && Modifier.isFinal(f.getModifiers()) && (isStatic || !accessible(f))) {
                throw new IllegalAccessException("final field has no write access: " + f);
            }
            MethodType t = puts ? MethodType.methodType(void.class, f.getType()) : MethodType.methodType(f.getType());
            int kind = puts ? isStatic ? MethodHandleInfo.REF_putStatic : MethodHandleInfo.REF_putField
                    : isStatic ? MethodHandleInfo.REF_getStatic : MethodHandleInfo.REF_getField;
            return new DirectHandle(isStatic ? t : t.insertParameterTypes(0, d), kind, d,
                    fieldIndex(d, f.getName(), f.getType().descriptorString()), d);
        }

        public MethodHandle unreflectGetter(Field f) throws IllegalAccessException {
            return reflected(f, false);
        }

        public MethodHandle unreflectSetter(Field f) throws IllegalAccessException {
            return reflected(f, true);
        }

        public VarHandle unreflectVarHandle(Field f) throws IllegalAccessException {
            DirectHandle getter = (DirectHandle) reflected(f, false);
            return new VarHandle.OfField(f.getDeclaringClass(), f.getType(), f.getDeclaringClass(),
                    fieldIndex(f.getDeclaringClass(), f.getName(), f.getType().descriptorString()), f.getName(),
                    getter.getModifiers());
        }

        public MethodHandleInfo revealDirect(MethodHandle target) {
            DirectHandle d = target.direct();
            if (d == null) {
                throw new IllegalArgumentException("not a direct method handle");
            }
            return d;
        }

        public boolean hasPrivateAccess() {
            return hasFullPrivilegeAccess();
        }

        public boolean hasFullPrivilegeAccess() {
            return (modes & (PRIVATE | MODULE)) == (PRIVATE | MODULE);
        }
    }

    public static <T extends Member> T reflectAs(Class<T> expected, MethodHandle target) {
        DirectHandle d = target.direct();
        if (d == null) {
            throw new IllegalArgumentException("not a direct method handle");
        }
        return expected.cast(d.member());
    }

    private static Class<?> component(Class<?> arrayClass) {
        Class<?> c = arrayClass.getComponentType();
        if (c == null) {
            throw new IllegalArgumentException("not an array type: " + arrayClass.getName());
        }
        return c;
    }

    public static MethodHandle arrayConstructor(Class<?> arrayClass) throws IllegalArgumentException {
        Class<?> c = component(arrayClass);
        return MethodHandle.make(MethodType.methodType(arrayClass, int.class),
                args -> Array.newInstance(c, (Integer) args[0]));
    }

    public static MethodHandle arrayLength(Class<?> arrayClass) throws IllegalArgumentException {
        component(arrayClass);
        return MethodHandle.make(MethodType.methodType(int.class, arrayClass), args -> Array.getLength(args[0]));
    }

    public static MethodHandle arrayElementGetter(Class<?> arrayClass) throws IllegalArgumentException {
        return MethodHandle.make(MethodType.methodType(component(arrayClass), arrayClass, int.class),
                args -> Array.get(args[0], (Integer) args[1]));
    }

    public static MethodHandle arrayElementSetter(Class<?> arrayClass) throws IllegalArgumentException {
        return MethodHandle.make(MethodType.methodType(void.class, arrayClass, int.class, component(arrayClass)),
                args -> {
                    if (args[0] instanceof Object[]) {
                        ((Object[]) args[0])[(Integer) args[1]] = args[2];
                    } else {
                        Array.set(args[0], (Integer) args[1], args[2]);
                    }
                    return null;
                });
    }

    public static VarHandle arrayElementVarHandle(Class<?> arrayClass) throws IllegalArgumentException {
        return new VarHandle.OfArray(arrayClass, component(arrayClass));
    }

    public static VarHandle byteArrayViewVarHandle(Class<?> viewArrayClass, ByteOrder byteOrder)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("MethodHandles.byteArrayViewVarHandle");
    }

    public static VarHandle byteBufferViewVarHandle(Class<?> viewArrayClass, ByteOrder byteOrder)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("MethodHandles.byteBufferViewVarHandle");
    }

    private static MethodHandle invoker(MethodType type, boolean exact) {
        return MethodHandle.make(type.insertParameterTypes(0, MethodHandle.class),
                args -> ((MethodHandle) args[0]).invokeFrom(type, exact, Arrays.copyOfRange(args, 1, args.length)));
    }

    public static MethodHandle spreadInvoker(MethodType type, int leadingArgCount) {
        int n = type.parameterCount();
        if (leadingArgCount < 0 || leadingArgCount > n) {
            throw new IllegalArgumentException("bad argument count: " + leadingArgCount);
        }
        return invoker(type).asSpreader(Object[].class, n - leadingArgCount);
    }

    public static MethodHandle exactInvoker(MethodType type) {
        return invoker(type, true);
    }

    public static MethodHandle invoker(MethodType type) {
        return invoker(type, false);
    }

    public static MethodHandle varHandleExactInvoker(VarHandle.AccessMode accessMode, MethodType type) {
        return MethodHandle.make(type.insertParameterTypes(0, VarHandle.class), args -> {
            VarHandle v = (VarHandle) args[0];
            if (!v.accessModeType(accessMode).equals(type)) {
                throw new WrongMethodTypeException("expected " + v.accessModeType(accessMode) + " but found " + type);
            }
            return v.accessFrom(accessMode.methodName(), type, Arrays.copyOfRange(args, 1, args.length));
        });
    }

    public static MethodHandle varHandleInvoker(VarHandle.AccessMode accessMode, MethodType type) {
        return MethodHandle.make(type.insertParameterTypes(0, VarHandle.class), args -> ((VarHandle) args[0])
                .accessFrom(accessMode.methodName(), type, Arrays.copyOfRange(args, 1, args.length)));
    }

    public static MethodHandle explicitCastArguments(MethodHandle target, MethodType newType) {
        MethodType type = target.type();
        if (type.equals(newType)) {
            return target;
        }
        int n = type.parameterCount();
        if (newType.parameterCount() != n) {
            throw new WrongMethodTypeException("cannot explicitly cast " + target + " to " + newType);
        }
        return MethodHandle.make(newType, args -> {
            Object[] cast = new Object[n];
            for (int i = 0; i < n; i++) {
                cast[i] = Casts.cast(args[i], newType.parameterType(i), type.parameterType(i));
            }
            return Casts.cast(target.call(cast), type.returnType(), newType.returnType());
        });
    }

    public static MethodHandle permuteArguments(MethodHandle target, MethodType newType, int... reorder) {
        int[] order = reorder.clone();
        MethodType type = target.type();
        if (order.length != type.parameterCount()) {
            throw new IllegalArgumentException("bad reorder array: " + Arrays.toString(reorder));
        }
        if (newType.returnType() != type.returnType()) {
            throw new IllegalArgumentException("return types do not match");
        }
        for (int i = 0; i < order.length; i++) {
            if (order[i] < 0 || order[i] >= newType.parameterCount()) {
                throw new IllegalArgumentException("index is out of bounds for new type: " + order[i] + ", " + newType);
            }
            if (newType.parameterType(order[i]) != type.parameterType(i)) {
                throw new IllegalArgumentException("parameter types do not match after reorder");
            }
        }
        return MethodHandle.make(newType, args -> {
            Object[] permuted = new Object[order.length];
            for (int i = 0; i < order.length; i++) {
                permuted[i] = args[order[i]];
            }
            return target.call(permuted);
        });
    }

    public static MethodHandle constant(Class<?> type, Object value) {
        if (type == void.class) {
            throw new IllegalArgumentException("void type");
        }
        if (type.isPrimitive()) {
            Class<?> from = Conversions.unboxed(value);
            if (from == null || !Conversions.widens(from, type)) {
                throw new ClassCastException("Cannot cast " + (value == null ? null : value.getClass().getName())
                        + " to " + type.getName());
            }
        }
        Object v = type.isPrimitive() ? Conversions.convert(value, type, null) : type.cast(value);
        return MethodHandle.make(MethodType.methodType(type), args -> v);
    }

    public static MethodHandle identity(Class<?> type) {
        return MethodHandle.make(MethodType.methodType(type, type), args -> args[0]);
    }

    public static MethodHandle zero(Class<?> type) {
        Object v = MethodHandle.zero(type);
        return MethodHandle.make(MethodType.methodType(type), args -> v);
    }

    public static MethodHandle empty(MethodType type) {
        Object v = MethodHandle.zero(type.returnType());
        return MethodHandle.make(type, args -> v);
    }

    public static MethodHandle insertArguments(MethodHandle target, int pos, Object... values) {
        MethodType type = target.type();
        int n = values.length;
        if (type.parameterCount() < n) {
            throw new IllegalArgumentException("too many values to insert");
        }
        if (pos < 0 || pos > type.parameterCount() - n) {
            throw new IllegalArgumentException("no argument type to append");
        }
        Object[] bound = new Object[n];
        for (int i = 0; i < n; i++) {
            Class<?> p = type.parameterType(pos + i);
            if (p.isPrimitive()) {
                Class<?> from = Conversions.unboxed(Objects.requireNonNull(values[i]));
                if (from == null || !Conversions.widens(from, p)) {
                    throw new ClassCastException("Cannot cast " + values[i].getClass().getName() + " to " + p.getName());
                }
                bound[i] = Conversions.convert(values[i], p, null);
            } else {
                bound[i] = p.cast(values[i]);
            }
        }
        return MethodHandle.make(type.dropParameterTypes(pos, pos + n),
                args -> target.call(spliced(args, pos, 0, bound)));
    }

    /** The arguments with some of them, from an index on, replaced by others. */
    static Object[] spliced(Object[] args, int pos, int drop, Object... insert) {
        Object[] r = new Object[args.length - drop + insert.length];
        System.arraycopy(args, 0, r, 0, pos);
        System.arraycopy(insert, 0, r, pos, insert.length);
        System.arraycopy(args, pos + drop, r, pos + insert.length, args.length - pos - drop);
        return r;
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, List<Class<?>> valueTypes) {
        return dropArguments(target, pos, valueTypes.toArray(new Class<?>[0]));
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, Class<?>... valueTypes) {
        int n = valueTypes.length;
        if (pos < 0 || pos > target.type().parameterCount()) {
            throw new IllegalArgumentException("no argument type to append");
        }
        return n == 0 ? target : MethodHandle.make(target.type().insertParameterTypes(pos, valueTypes),
                args -> target.call(spliced(args, pos, n)));
    }

    public static MethodHandle dropArgumentsToMatch(MethodHandle target, int skip, List<Class<?>> newTypes, int pos) {
        List<Class<?>> own = target.type().parameterList();
        if (skip < 0 || skip > own.size()) {
            throw new IllegalArgumentException("illegal skip: " + skip);
        }
        List<Class<?>> rest = own.subList(skip, own.size());
        if (pos < 0 || pos > newTypes.size() || pos + rest.size() > newTypes.size()
                || !newTypes.subList(pos, pos + rest.size()).equals(rest)) {
            throw new IllegalArgumentException("argument lists do not match: " + own + ", " + newTypes);
        }
        MethodHandle r = dropArguments(target, own.size(), newTypes.subList(pos + rest.size(), newTypes.size()));
        return dropArguments(r, skip, newTypes.subList(0, pos));
    }

    public static MethodHandle dropReturn(MethodHandle target) {
        if (target.type().returnType() == void.class) {
            return target;
        }
        return MethodHandle.make(target.type().changeReturnType(void.class), args -> {
            target.call(args);
            return null;
        });
    }

    public static MethodHandle filterArguments(MethodHandle target, int pos, MethodHandle... filters) {
        MethodType type = target.type();
        if (pos < 0 || pos + filters.length > type.parameterCount()) {
            throw new IllegalArgumentException("too many filters");
        }
        MethodType outer = type;
        for (int i = 0; i < filters.length; i++) {
            if (filters[i] != null) {
                MethodType f = filters[i].type();
                if (f.parameterCount() != 1 || f.returnType() != type.parameterType(pos + i)) {
                    throw new IllegalArgumentException("target and filter types do not match: " + type + ", " + f);
                }
                outer = outer.changeParameterType(pos + i, f.parameterType(0));
            }
        }
        MethodHandle[] list = filters.clone();
        return MethodHandle.make(outer, args -> {
            Object[] filtered = args.clone();
            for (int i = list.length - 1; i >= 0; i--) {
                if (list[i] != null) {
                    filtered[pos + i] = list[i].call(new Object[] {args[pos + i]});
                }
            }
            return target.call(filtered);
        });
    }

    public static MethodHandle collectArguments(MethodHandle target, int pos, MethodHandle filter) {
        MethodType type = target.type();
        MethodType f = filter.type();
        boolean gives = f.returnType() != void.class;
        if (gives && f.returnType() != type.parameterType(pos)) {
            throw new IllegalArgumentException("target and filter types do not match: " + type + ", " + f);
        }
        if (pos < 0 || pos > type.parameterCount()) {
            throw new IllegalArgumentException("position is out of range for target: " + type + ", " + pos);
        }
        int n = f.parameterCount();
        MethodType outer = (gives ? type.dropParameterTypes(pos, pos + 1) : type).insertParameterTypes(pos,
                f.sharedParameters());
        return MethodHandle.make(outer, args -> {
            Object r = filter.call(Arrays.copyOfRange(args, pos, pos + n));
            return target.call(gives ? spliced(args, pos, n, r) : spliced(args, pos, n));
        });
    }

    public static MethodHandle filterReturnValue(MethodHandle target, MethodHandle filter) {
        MethodType type = target.type();
        MethodType f = filter.type();
        boolean takes = f.parameterCount() == 1;
        if (takes ? f.parameterType(0) != type.returnType() : f.parameterCount() != 0
                || type.returnType() != void.class) {
            throw new IllegalArgumentException("target and filter types do not match: " + type + ", " + f);
        }
        return MethodHandle.make(type.changeReturnType(f.returnType()), args -> {
            Object r = target.call(args);
            return filter.call(takes ? new Object[] {r} : new Object[0]);
        });
    }

    public static MethodHandle foldArguments(MethodHandle target, MethodHandle combiner) {
        return foldArguments(target, 0, combiner);
    }

    public static MethodHandle foldArguments(MethodHandle target, int pos, MethodHandle combiner) {
        MethodType type = target.type();
        MethodType c = combiner.type();
        boolean gives = c.returnType() != void.class;
        int skip = gives ? 1 : 0;
        int n = c.parameterCount();
        boolean ok = pos >= 0 && pos + skip + n <= type.parameterCount()
                && (!gives || c.returnType() == type.parameterType(pos));
        for (int i = 0; ok && i < n; i++) {
            ok = c.parameterType(i) == type.parameterType(pos + skip + i);
        }
        if (!ok) {
            throw new IllegalArgumentException("target and combiner types must match: " + type + " != " + c);
        }
        return MethodHandle.make(gives ? type.dropParameterTypes(pos, pos + 1) : type, args -> {
            Object r = combiner.call(Arrays.copyOfRange(args, pos, pos + n));
            return target.call(gives ? spliced(args, pos, 0, r) : args);
        });
    }

    private static Object[] first(Object[] args, int n) {
        return args.length == n ? args : Arrays.copyOf(args, n);
    }

    private static void checkPrefix(MethodType longer, int from, MethodType shorter, int shorterFrom, String what) {
        boolean ok = shorter.parameterCount() - shorterFrom <= longer.parameterCount() - from;
        for (int i = 0; ok && i < shorter.parameterCount() - shorterFrom; i++) {
            ok = shorter.parameterType(shorterFrom + i) == longer.parameterType(from + i);
        }
        if (!ok) {
            throw new IllegalArgumentException(what + " types must match: " + longer + " != " + shorter);
        }
    }

    public static MethodHandle guardWithTest(MethodHandle test, MethodHandle target, MethodHandle fallback) {
        if (!target.type().equals(fallback.type())) {
            throw new IllegalArgumentException("target and fallback types must match: " + target.type() + " != "
                    + fallback.type());
        }
        if (test.type().returnType() != boolean.class) {
            throw new IllegalArgumentException("guard type is not a predicate " + test.type());
        }
        checkPrefix(target.type(), 0, test.type(), 0, "target and test");
        int n = test.type().parameterCount();
        return MethodHandle.make(target.type(),
                args -> (Boolean) test.call(first(args, n)) ? target.call(args) : fallback.call(args));
    }

    public static MethodHandle catchException(MethodHandle target, Class<? extends Throwable> exType,
            MethodHandle handler) {
        MethodType h = handler.type();
        if (!Throwable.class.isAssignableFrom(exType)) {
            throw new ClassCastException(exType.getName());
        }
        if (h.parameterCount() < 1 || !h.parameterType(0).isAssignableFrom(exType)) {
            throw new IllegalArgumentException("handler does not accept exception type " + exType);
        }
        if (h.returnType() != target.type().returnType()) {
            throw new IllegalArgumentException("target and handler return types must match: " + target.type() + " != "
                    + h);
        }
        checkPrefix(target.type(), 0, h, 1, "target and handler");
        int n = h.parameterCount() - 1;
        return MethodHandle.make(target.type(), args -> {
            try {
                return target.call(args);
            } catch (Throwable e) {
                if (!exType.isInstance(e)) {
                    throw e;
                }
                return handler.call(spliced(first(args, n), 0, 0, e));
            }
        });
    }

    public static MethodHandle throwException(Class<?> returnType, Class<? extends Throwable> exType) {
        if (!Throwable.class.isAssignableFrom(exType)) {
            throw new ClassCastException(exType.getName());
        }
        return MethodHandle.make(MethodType.methodType(returnType, exType), args -> {
            throw (Throwable) Objects.requireNonNull(args[0]);
        });
    }

    public static MethodHandle loop(MethodHandle[]... clauses) {
        return Loops.loop(clauses);
    }

    public static MethodHandle whileLoop(MethodHandle init, MethodHandle pred, MethodHandle body) {
        return Loops.whileLoop(init, pred, body);
    }

    public static MethodHandle doWhileLoop(MethodHandle init, MethodHandle body, MethodHandle pred) {
        return Loops.loop(new MethodHandle[][] {{init, body, pred, body.type().returnType() == void.class ? null
                : identity(body.type().returnType())}});
    }

    public static MethodHandle countedLoop(MethodHandle iterations, MethodHandle init, MethodHandle body) {
        return countedLoop(empty(iterations.type()), iterations, init, body);
    }

    public static MethodHandle countedLoop(MethodHandle start, MethodHandle end, MethodHandle init, MethodHandle body) {
        return Loops.counted(start, end, init, body);
    }

    public static MethodHandle iteratedLoop(MethodHandle iterator, MethodHandle init, MethodHandle body) {
        return Loops.iterated(iterator, init, body);
    }

    public static MethodHandle tryFinally(MethodHandle target, MethodHandle cleanup) {
        MethodType type = target.type();
        MethodType c = cleanup.type();
        boolean gives = type.returnType() != void.class;
        int lead = gives ? 2 : 1;
        if (c.parameterCount() < lead || !Throwable.class.isAssignableFrom(c.parameterType(0))
                || c.returnType() != type.returnType() || gives && c.parameterType(1) != type.returnType()) {
            throw new IllegalArgumentException("target and cleanup types must match: " + type + " != " + c);
        }
        checkPrefix(type, 0, c, lead, "target and cleanup");
        int n = c.parameterCount() - lead;
        return MethodHandle.make(type, args -> {
            Throwable thrown = null;
            Object result = gives ? MethodHandle.zero(type.returnType()) : null;
            try {
                result = target.call(args);
            } catch (Throwable e) {
                thrown = e;
                throw e;
            } finally {
                Object[] some = first(args, n);
                result = cleanup.call(gives ? spliced(some, 0, 0, thrown, result) : spliced(some, 0, 0, thrown));
            }
            return result;
        });
    }

    public static MethodHandle tableSwitch(MethodHandle fallback, MethodHandle... targets) {
        MethodType type = fallback.type();
        if (targets.length == 0) {
            throw new IllegalArgumentException("Not enough cases: []");
        }
        if (type.parameterCount() < 1 || type.parameterType(0) != int.class) {
            throw new IllegalArgumentException("Case actions must have int as leading parameter: " + type);
        }
        List<MethodHandle> list = new ArrayList<MethodHandle>();
        for (MethodHandle t : targets) {
            if (!t.type().equals(type)) {
                throw new IllegalArgumentException("Case actions must have the same type: " + Arrays.toString(targets));
            }
            list.add(t);
        }
        return MethodHandle.make(type, args -> {
            int i = (Integer) args[0];
            return (i >= 0 && i < list.size() ? list.get(i) : fallback).call(args);
        });
    }
}
