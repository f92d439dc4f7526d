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
        return Lookup.PUBLIC_LOOKUP;
    }

    public static Lookup privateLookupIn(Class<?> targetClass, Lookup caller) throws IllegalAccessException {
        if (targetClass.isPrimitive()) {
            throw new IllegalArgumentException(targetClass + " is a primitive class");
        }
        if (targetClass.isArray()) {
            throw new IllegalArgumentException(targetClass + " is an array class");
        }
        int needed = Lookup.PRIVATE | Lookup.MODULE;
        if ((caller.lookupModes() & needed) != needed) {
            throw new IllegalAccessException("caller does not have PRIVATE and MODULE lookup mode");
        }
        Module from = caller.lookupClass().getModule();
        Module to = targetClass.getModule();
        if (from != to && caller.lookupClass().getClassLoader() != null && targetClass.getClassLoader() == null) {
            throw new IllegalAccessException(to + " does not open " + targetClass.getPackageName() + " to " + from);
        }
        return new Lookup(targetClass);
    }

    // Why a class may not access a field or method of another, referred to through a third; null if it may.
    static native String refusal(Class<?> from, Class<?> declaring, int index, boolean field, Class<?> through);

    static native boolean mayAccess(Class<?> from, Class<?> to);

    /** Defines a hidden class next to another, which the VM verifies as it does all classes of programs. */
    static native Class<?> defineHidden(Class<?> host, byte[] file, boolean nestmate, Object classData);

    static native Object classData0(Class<?> c);

    /** Leaves the class's methods out of stack traces. */
    static native void hide(Class<?> c);

    public static <T> T classData(Lookup caller, String name, Class<T> type) throws IllegalAccessException {
        Objects.requireNonNull(type);
        if (!"_".equals(name)) {
            throw new IllegalArgumentException("name must be \"_\": " + name);
        }
        if ((caller.lookupModes() & Lookup.ORIGINAL) == 0) {
            throw new IllegalAccessException(caller + " does not have ORIGINAL access");
        }
        Object data = classData0(caller.lookupClass());
        if (data == null) {
            return null;
        }
        return ClassData.fitting(data, type);
    }

    public static <T> T classDataAt(Lookup caller, String name, Class<T> type, int index)
            throws IllegalAccessException {
        List<?> list = (List<?>) MethodHandles.<List>classData(caller, name, List.class);
        if (list == null) {
            return null;
        }
        Object element = list.get(index);
        return element == null ? ClassData.nothing(type) : ClassData.fitting(element, type);
    }

    /** What the VM calls for a method handle constant, which it has resolved: the type is that of the member. */
    static MethodHandle constantHandle(Class<?> caller, int kind, Class<?> named, Class<?> declaring, int index,
            Object type) {
        if (type instanceof Class) {
            Class<?> t = (Class<?>) type;
            boolean puts = kind >= MethodHandleInfo.REF_putField;
            MethodType m = puts ? MethodType.methodType(void.class, t) : MethodType.methodType(t);
            boolean isStatic = kind == MethodHandleInfo.REF_getStatic || kind == MethodHandleInfo.REF_putStatic;
            return new DirectHandle(isStatic ? m : m.insertParameterTypes(0, named), kind, declaring, index, named);
        }
        MethodType m = (MethodType) type;
        String name = Reflection.name(declaring, Reflection.METHOD, index);
        if (declaring == MethodHandle.class && name.startsWith("invoke")
                && Reflection.descriptor(declaring, Reflection.METHOD, index).startsWith("([Ljava/lang/Object;)")
                && !name.equals("invokeWithArguments")) {
            return name.equals("invokeExact") ? exactInvoker(m) : invoker(m);
        }
        if (declaring == VarHandle.class && Modifier.isNative(Reflection.flags(declaring, Reflection.METHOD, index))) {
            return varHandleInvoker(VarHandle.AccessMode.valueFromMethodName(name), m);
        }
        return Lookup.direct(kind, named, declaring, index, m,
                kind == MethodHandleInfo.REF_invokeSpecial ? caller : named);
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

        static final Lookup PUBLIC_LOOKUP = new Lookup(Object.class, null, UNCONDITIONAL);

        /** How a hidden class is made. */
        public enum ClassOption {
            NESTMATE, STRONG
        }

        private final Class<?> lookupClass;
        private final Class<?> previous;
        private final int modes;

        Lookup(Class<?> lookupClass) {
            this(lookupClass, null, ALL);
        }

        private Lookup(Class<?> lookupClass, Class<?> previous, int modes) {
            this.lookupClass = lookupClass;
            this.previous = previous;
            this.modes = modes;
        }

        public Class<?> lookupClass() {
            return lookupClass;
        }

        public Class<?> previousLookupClass() {
            return previous;
        }

        public int lookupModes() {
            return modes;
        }

        public Lookup in(Class<?> requestedLookupClass) {
            if (requestedLookupClass.isPrimitive()) {
                throw new IllegalArgumentException(requestedLookupClass + " is a primitive class");
            }
            if (requestedLookupClass.isArray()) {
                throw new IllegalArgumentException(requestedLookupClass + " is an array class");
            }
            if (requestedLookupClass == lookupClass) {
                return this;
            }
            if (modes == UNCONDITIONAL) {
                return new Lookup(requestedLookupClass, null, UNCONDITIONAL);
            }
            int left = modes & ~(ORIGINAL | PROTECTED);
            Class<?> before = previous;
            if (lookupClass.getModule() != requestedLookupClass.getModule()) {
                left &= ~(MODULE | PACKAGE | PRIVATE);
                if (previous != null && requestedLookupClass.getModule() != previous.getModule()) {
                    left = 0;
                }
                before = lookupClass;
            } else if (lookupClass.getClassLoader() != requestedLookupClass.getClassLoader()
                    || !lookupClass.getPackageName().equals(requestedLookupClass.getPackageName())) {
                left &= ~(PACKAGE | PRIVATE);
            } else if (!outermost(lookupClass).equals(outermost(requestedLookupClass))) {
                left &= ~PRIVATE;
            }
            if ((left & PUBLIC) != 0 && !mayAccess(lookupClass, requestedLookupClass)) {
                left = 0;
            }
            return new Lookup(requestedLookupClass, before, left);
        }

        private static Class<?> outermost(Class<?> c) {
            while (c.getEnclosingClass() != null) {
                c = c.getEnclosingClass();
            }
            return c;
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
            return new Lookup(lookupClass, previous, modes & ~drop);
        }

        /** The name in a class file, which has to be in the package of the lookup class; the file as it is to be defined. */
        private byte[] checkedFile(byte[] bytes) {
            byte[] copy = bytes.clone();
            String name = ClassFileName.of(copy);
            int slash = name.lastIndexOf('/');
            String p = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
            if (!p.equals(lookupClass.getPackageName())) {
                throw new IllegalArgumentException(name.replace('/', '.') + " not in same package as lookup class");
            }
            return copy;
        }

        public Class<?> defineClass(byte[] bytes) throws IllegalAccessException {
            if ((modes & PACKAGE) == 0) {
                throw new IllegalAccessException("Lookup does not have PACKAGE access");
            }
            byte[] file = checkedFile(bytes);
            return Reflection.defineNext(lookupClass, file);
        }

        public Lookup defineHiddenClass(byte[] bytes, boolean initialize, ClassOption... options)
                throws IllegalAccessException {
            return hidden(bytes.clone(), null, initialize, options);
        }

        public Lookup defineHiddenClassWithClassData(byte[] bytes, Object classData, boolean initialize,
                ClassOption... options) throws IllegalAccessException {
            Objects.requireNonNull(bytes);
            return hidden(bytes, Objects.requireNonNull(classData), initialize, options);
        }

        private Lookup hidden(byte[] bytes, Object data, boolean initialize, ClassOption[] options)
                throws IllegalAccessException {
            if (!hasFullPrivilegeAccess()) {
                throw new IllegalAccessException(this + " does not have full privilege access");
            }
            boolean nestmate = false;
            for (ClassOption o : options) {
                nestmate |= Objects.requireNonNull(o) == ClassOption.NESTMATE;
            }
            Class<?> c = defineHidden(lookupClass, checkedFile(bytes), nestmate, data);
            if (initialize) {
                Reflection.initialize(c);
            }
            return new Lookup(c);
        }

        @Override
        public String toString() {
            String name = lookupClass.getName();
            if (previous != null) {
                name += "/" + previous.getName();
            }
            switch (modes) {
                case 0:
                    return name.concat("/noaccess");
                case UNCONDITIONAL:
                    return name.concat("/publicLookup");
                case PUBLIC:
                    return name.concat("/public");
                case PUBLIC | MODULE:
                    return name.concat("/module");
                case PUBLIC | PACKAGE:
                case PUBLIC | MODULE | PACKAGE:
                    return name.concat("/package");
                case PUBLIC | PACKAGE | PRIVATE:
                case PUBLIC | MODULE | PACKAGE | PRIVATE:
                    return name.concat("/private");
                case PUBLIC | PACKAGE | PRIVATE | MODULE | PROTECTED:
                case ALL:
                    return name;
                default:
                    return name + "/" + Integer.toHexString(modes);
            }
        }

        private String from() {
            return ", from " + (this == PUBLIC_LOOKUP ? "public Lookup" : lookupClass + " (" + lookupClass.getModule()
                    + ")");
        }

        /** The checks of the lookup modes, beyond what the lookup class itself may access. */
        private void check(Class<?> refc, Class<?> declaring, int modifiers, String what)
                throws IllegalAccessException {
            boolean visible = Modifier.isPublic(refc.getModifiers()) && (modes & (PUBLIC | UNCONDITIONAL)) != 0
                    || (modes & PACKAGE) != 0;
            String why = null;
            if (modes == 0) {
                why = "access to public member failed";
            } else if (!visible) {
                why = "class is not public";
            } else if (Modifier.isPrivate(modifiers)) {
                why = (modes & PRIVATE) == 0 ? "member is private" : null;
            } else if (!Modifier.isPublic(modifiers) && (modes & PACKAGE) == 0) {
                boolean inherited = Modifier.isProtected(modifiers) && (modes & PROTECTED) != 0;
                why = inherited ? null : Modifier.isProtected(modifiers) ? "member is protected"
                        : "member is private to package";
            } else if (Modifier.isProtected(modifiers) && (modes & PROTECTED) == 0
                    && !declaring.getPackageName().equals(lookupClass.getPackageName())) {
                why = "member is protected";
            }
            if (why != null) {
                throw new IllegalAccessException(why + ": " + what + from());
            }
        }

        private void checkClass(Class<?> refc) throws IllegalAccessException {
            boolean isPublic = Modifier.isPublic(refc.getModifiers());
            if (!mayAccess(lookupClass, refc) || !isPublic && (modes & PACKAGE) == 0) {
                throw new IllegalAccessException("symbolic reference class is not accessible: " + refc + from());
            }
        }

        /** As the VM names a method in its errors. */
        private static String external(Class<?> refc, String name, MethodType type) {
            StringBuilder sb = new StringBuilder("'").append(type.returnType().getTypeName()).append(' ');
            sb.append(refc.getTypeName()).append('.').append(name).append('(');
            for (int i = 0; i < type.parameterCount(); i++) {
                sb.append(i == 0 ? "" : ", ").append(type.parameterType(i).getTypeName());
            }
            return sb.append(")'").toString();
        }

        private static <T extends Throwable> T because(T e, Throwable cause) {
            e.initCause(cause);
            return e;
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

        /** A handle of a method whose access is checked. */
        static MethodHandle direct(int kind, Class<?> refc, Class<?> declaring, int index, MethodType type,
                Class<?> receiver) {
            MethodType full = kind == MethodHandleInfo.REF_newInvokeSpecial ? type.changeReturnType(refc)
                    : kind == MethodHandleInfo.REF_invokeStatic ? type : type.insertParameterTypes(0, receiver);
            MethodHandle handle = new DirectHandle(full, kind, declaring, index, refc);
            // The flag of variable arity is that of transient fields.
            boolean varargs = Modifier.isTransient(Reflection.flags(declaring, Reflection.METHOD, index));
            return varargs ? handle.asVarargsCollector(type.lastParameterType()) : handle;
        }

        /** Protected instance members of superclasses elsewhere are for receivers of the lookup class. */
        private Class<?> narrowed(Class<?> receiver, Class<?> declaring, int flags) {
            boolean narrow = Modifier.isProtected(flags) && !Modifier.isStatic(flags)
                    && receiver.isAssignableFrom(lookupClass)
                    && (declaring.getClassLoader() != lookupClass.getClassLoader()
                            || !declaring.getPackageName().equals(lookupClass.getPackageName()));
            return narrow ? lookupClass : receiver;
        }

        private MethodHandle method(Class<?> refc, String name, MethodType type, int kind, Class<?> receiver)
                throws NoSuchMethodException, IllegalAccessException {
            boolean constructs = kind == MethodHandleInfo.REF_newInvokeSpecial;
            String descriptor = type.toMethodDescriptorString();
            if (!constructs) {
                checkClass(refc);
            }
            if (name.startsWith("<") && !constructs) {
                throw new NoSuchMethodException("illegal method name: " + name);
            }
            if (kind == MethodHandleInfo.REF_invokeVirtual && refc.isInterface()) {
                kind = MethodHandleInfo.REF_invokeInterface;
            }
            String what = refc.getName() + "." + name + type + "/" + MethodHandleInfo.referenceKindToString(kind);
            String missing = "no such " + (constructs ? "constructor: " : "method: ") + what;
            Class<?> d = constructs ? Reflection.find(refc, name, descriptor) < 0 ? null : refc
                    : declaring(refc, name, descriptor);
            if (d == null) {
                throw because(new NoSuchMethodException(missing), new NoSuchMethodError(external(refc, name, type)));
            }
            int index = Reflection.find(d, name, descriptor);
            int flags = Reflection.flags(d, Reflection.METHOD, index);
            boolean wantsStatic = kind == MethodHandleInfo.REF_invokeStatic;
            String refused = refusal(lookupClass, d, index, false, refc);
            if (refused != null && !(refc.isArray() && name.equals("clone"))) {
                throw because(new IllegalAccessException(missing), new IllegalAccessError(refused));
            }
            if (Modifier.isStatic(flags) != wantsStatic) {
                throw because(new IllegalAccessException(missing), new IncompatibleClassChangeError(
                        (wantsStatic ? "Expected static method " : "Expecting non-static method ")
                                + external(d, name, type)));
            }
            check(refc, d, refc.isArray() ? flags | Modifier.PUBLIC : flags, what);
            if (kind == MethodHandleInfo.REF_invokeInterface && !d.isInterface()) {
                kind = MethodHandleInfo.REF_invokeVirtual;
            }
            return direct(kind, refc, d, index, type, receiver == null ? null : narrowed(receiver, d, flags));
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
            if (refc == VarHandle.class) {
                for (VarHandle.AccessMode mode : VarHandle.AccessMode.MODES) {
                    if (mode.methodName().equals(name)) {
                        return varHandleInvoker(mode, type);
                    }
                }
            }
            return method(refc, name, type, MethodHandleInfo.REF_invokeVirtual, refc);
        }

        public MethodHandle findConstructor(Class<?> refc, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            if (refc.isArray()) {
                throw new NoSuchMethodException("no constructor for array class: " + refc.getName());
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
            Class<?> c = targetClass;
            while (c.isArray()) {
                c = c.getComponentType();
            }
            boolean isPublic = Modifier.isPublic(c.getModifiers());
            if (!mayAccess(lookupClass, targetClass) || !isPublic && (modes & PACKAGE) == 0) {
                throw new IllegalAccessException("access violation: " + targetClass + from());
            }
            return targetClass;
        }

        private void checkSpecial(Class<?> specialCaller) throws IllegalAccessException {
            if ((modes & PRIVATE) == 0 || specialCaller != lookupClass) {
                throw new IllegalAccessException("no private access for invokespecial: " + specialCaller + from());
            }
        }

        public MethodHandle findSpecial(Class<?> refc, String name, MethodType type, Class<?> specialCaller)
                throws NoSuchMethodException, IllegalAccessException {
            checkSpecial(specialCaller);
            MethodHandle h = method(refc, name, type, MethodHandleInfo.REF_invokeSpecial, specialCaller);
            return special(h.direct(), refc, specialCaller, h.isVarargsCollector());
        }

        /** What invokespecial would call: the method again from the superclass on, where a superclass is named. */
        private MethodHandle special(DirectHandle found, Class<?> refc, Class<?> caller, boolean varargs)
                throws IllegalAccessException {
            String name = found.getName();
            MethodType type = found.getMethodType();
            String what = refc.getName() + "." + name + type + "/invokeSpecial";
            boolean direct = false;
            for (Class<?> i : caller.getInterfaces()) {
                direct |= i == refc;
            }
            if (refc != caller && (refc.isInterface() ? !direct : !refc.isAssignableFrom(caller))) {
                throw new IllegalAccessException("caller class must be a subclass below the method: " + what + from());
            }
            Class<?> d = found.getDeclaringClass();
            int index = Reflection.find(d, name, type.toMethodDescriptorString());
            if (refc != caller && !refc.isInterface() && !Modifier.isPrivate(found.getModifiers())) {
                d = declaring(caller.getSuperclass(), name, type.toMethodDescriptorString());
                index = Reflection.find(d, name, type.toMethodDescriptorString());
            }
            if (Modifier.isAbstract(Reflection.flags(d, Reflection.METHOD, index))) {
                throw because(new IllegalAccessException("no such method: " + what), new AbstractMethodError(
                        external(d, name, type)));
            }
            return direct(MethodHandleInfo.REF_invokeSpecial, refc, d, index, type, caller);
        }

        private DirectHandle field(Class<?> refc, String name, Class<?> type, int kind)
                throws NoSuchFieldException, IllegalAccessException {
            checkClass(refc);
            String descriptor = type.descriptorString();
            String member = refc.getName() + "." + name + "/" + type.getName() + "/";
            String what = member + MethodHandleInfo.referenceKindToString(kind);
            Class<?> d = declaringOfField(refc, name, descriptor);
            if (d == null) {
                throw because(new NoSuchFieldException("no such field: " + what), new NoSuchFieldError(name));
            }
            int index = fieldIndex(d, name, descriptor);
            int flags = Reflection.flags(d, Reflection.FIELD, index);
            boolean isStatic = kind == MethodHandleInfo.REF_getStatic || kind == MethodHandleInfo.REF_putStatic;
            boolean puts = kind >= MethodHandleInfo.REF_putField;
            if (puts && Modifier.isFinal(flags)) {
                throw new IllegalAccessException("unexpected set of a final field: " + what + from());
            }
            String refused = refusal(lookupClass, d, index, true, refc);
            if (Modifier.isStatic(flags) != isStatic) {
                // The kind that it would be is told.
                String would = puts ? isStatic ? "putField" : "putStatic" : isStatic ? "getField" : "getStatic";
                throw new IllegalAccessException(
                        (isStatic ? "expected a static field: " : "expected a non-static field: ") + member + would + from());
            }
            if (refused != null) {
                String why = Modifier.isPrivate(flags) ? "private" : Modifier.isProtected(flags) ? "protected" : "private to package";
                throw new IllegalAccessException("member is " + why + ": " + what + from());
            }
            check(refc, d, flags, what);
            return fieldHandle(kind, narrowed(refc, d, flags), d, index, type);
        }

        private static DirectHandle fieldHandle(int kind, Class<?> refc, Class<?> d, int index, Class<?> type) {
            boolean isStatic = kind == MethodHandleInfo.REF_getStatic || kind == MethodHandleInfo.REF_putStatic;
            boolean puts = kind >= MethodHandleInfo.REF_putField;
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
            DirectHandle getter = field(refc, name, type, kind);
            Class<?> d = getter.getDeclaringClass();
            int index = fieldIndex(d, name, type.descriptorString());
            return new Variables.OfField(refc, type, d, index, getter.getModifiers());
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

        private void checkReflected(Class<?> d, int index, boolean field, int flags, String what)
                throws IllegalAccessException {
            if (refusal(lookupClass, d, index, field, d) != null) {
                String why = Modifier.isPrivate(flags) ? "member is private: " : Modifier.isProtected(flags)
                        ? "member is protected: " : Modifier.isPublic(flags) ? "class is not public: "
                        : "member is private to package: ";
                throw new IllegalAccessException(why + what + from());
            }
            check(d, d, flags, what);
        }

        private MethodHandle reflected(Method m, int kind, Class<?> receiver) throws IllegalAccessException {
            Class<?> d = m.getDeclaringClass();
            MethodType type = MethodType.methodType(m.getReturnType(), m.getParameterTypes());
            int index = Reflection.find(d, m.getName(), type.toMethodDescriptorString());
            if (!accessible(m)) {
                checkReflected(d, index, false, m.getModifiers(), d.getName() + "." + m.getName() + type + "/"
                        + MethodHandleInfo.referenceKindToString(kind));
                receiver = kind == MethodHandleInfo.REF_invokeStatic ? receiver
                        : narrowed(receiver, d, m.getModifiers());
            }
            return direct(kind, d, d, index, type, receiver);
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
            checkSpecial(specialCaller);
            MethodHandle h = reflected(m, MethodHandleInfo.REF_invokeSpecial, specialCaller);
            return special(h.direct(), m.getDeclaringClass(), specialCaller, h.isVarargsCollector());
        }

        public MethodHandle unreflectConstructor(Constructor<?> c) throws IllegalAccessException {
            Class<?> d = c.getDeclaringClass();
            MethodType type = MethodType.methodType(void.class, c.getParameterTypes());
            int index = Reflection.find(d, "<init>", type.toMethodDescriptorString());
            if (!accessible(c)) {
                checkReflected(d, index, false, c.getModifiers(), d.getName() + ".<init>" + type + "/newInvokeSpecial");
            }
            return direct(MethodHandleInfo.REF_newInvokeSpecial, d, d, index, type, null);
        }

        private DirectHandle reflected(Field f, boolean puts) throws IllegalAccessException {
            Class<?> d = f.getDeclaringClass();
            boolean isStatic = Modifier.isStatic(f.getModifiers());
            int kind = puts ? isStatic ? MethodHandleInfo.REF_putStatic : MethodHandleInfo.REF_putField
                    : isStatic ? MethodHandleInfo.REF_getStatic : MethodHandleInfo.REF_getField;
            int index = fieldIndex(d, f.getName(), f.getType().descriptorString());
            String what = d.getName() + "." + f.getName() + "/" + f.getType().getTypeName() + "/"
                    + MethodHandleInfo.referenceKindToString(kind);
            if (puts && Modifier.isFinal(f.getModifiers()) && (isStatic || !accessible(f))) {
                throw new IllegalAccessException((accessible(f) ? "static final field has no write access: "
                        : "final field has no write access: ") + what + from());
            }
            if (!accessible(f)) {
                checkReflected(d, index, true, f.getModifiers(), what);
            }
            return fieldHandle(kind, d, d, index, f.getType());
        }

        public MethodHandle unreflectGetter(Field f) throws IllegalAccessException {
            return reflected(f, false);
        }

        public MethodHandle unreflectSetter(Field f) throws IllegalAccessException {
            return reflected(f, true);
        }

        public VarHandle unreflectVarHandle(Field f) throws IllegalAccessException {
            DirectHandle getter = reflected(f, false);
            Class<?> d = f.getDeclaringClass();
            int index = fieldIndex(d, f.getName(), f.getType().descriptorString());
            return new Variables.OfField(d, f.getType(), d, index, getter.getModifiers());
        }

        public MethodHandleInfo revealDirect(MethodHandle target) {
            DirectHandle d = target.direct();
            if (d == null) {
                throw new IllegalArgumentException("not a direct method handle");
            }
            int flags = d.getModifiers();
            if (Modifier.isPrivate(flags) && (modes & PRIVATE) == 0) {
                throw new IllegalArgumentException(new IllegalAccessException("member is private: " + d + from()));
            }
            return d.info();
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
        component(arrayClass);
        return Forms.arrayConstructor(arrayClass);
    }

    public static MethodHandle arrayLength(Class<?> arrayClass) throws IllegalArgumentException {
        component(arrayClass);
        return Forms.arrayLength(arrayClass);
    }

    public static MethodHandle arrayElementGetter(Class<?> arrayClass) throws IllegalArgumentException {
        component(arrayClass);
        return Forms.arrayGetter(arrayClass);
    }

    public static MethodHandle arrayElementSetter(Class<?> arrayClass) throws IllegalArgumentException {
        component(arrayClass);
        return Forms.arraySetter(arrayClass);
    }

    public static VarHandle arrayElementVarHandle(Class<?> arrayClass) throws IllegalArgumentException {
        return new Variables.OfArray(arrayClass, component(arrayClass));
    }

    private static Class<?> viewed(Class<?> viewArrayClass) {
        Class<?> c = component(viewArrayClass);
        if (!c.isPrimitive() || c == boolean.class || c == byte.class) {
            throw new UnsupportedOperationException();
        }
        return c;
    }

    public static VarHandle byteArrayViewVarHandle(Class<?> viewArrayClass, ByteOrder byteOrder)
            throws IllegalArgumentException {
        return new Variables.View(byte[].class, viewed(viewArrayClass), Objects.requireNonNull(byteOrder));
    }

    public static VarHandle byteBufferViewVarHandle(Class<?> viewArrayClass, ByteOrder byteOrder)
            throws IllegalArgumentException {
        return new Variables.View(java.nio.ByteBuffer.class, viewed(viewArrayClass), Objects.requireNonNull(byteOrder));
    }

    public static MethodHandle spreadInvoker(MethodType type, int leadingArgCount) {
        int n = type.parameterCount();
        if (leadingArgCount < 0 || leadingArgCount > n) {
            throw new IllegalArgumentException("bad argument count: " + leadingArgCount);
        }
        return invoker(type).asSpreader(Object[].class, n - leadingArgCount);
    }

    public static MethodHandle exactInvoker(MethodType type) {
        return Forms.invoker(type, true);
    }

    public static MethodHandle invoker(MethodType type) {
        return Forms.invoker(type, false);
    }

    public static MethodHandle varHandleExactInvoker(VarHandle.AccessMode accessMode, MethodType type) {
        return Variables.invoker(accessMode, type, true);
    }

    public static MethodHandle varHandleInvoker(VarHandle.AccessMode accessMode, MethodType type) {
        return Variables.invoker(accessMode, type, false);
    }

    public static MethodHandle explicitCastArguments(MethodHandle target, MethodType newType) {
        MethodType type = target.type();
        if (type == newType) {
            return target;
        }
        if (newType.parameterCount() != type.parameterCount()) {
            throw new WrongMethodTypeException("cannot explicitly cast " + target + " to " + newType);
        }
        return Forms.convert(target, newType, true);
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
                throw new IllegalArgumentException("parameter types do not match after reorder: " + type + ", "
                        + newType);
            }
        }
        return Forms.permute(target, newType, order);
    }

    /** The value as an argument of that type. */
    private static Object bindable(Class<?> type, Object value) {
        if (!type.isPrimitive()) {
            return type.cast(value);
        }
        Class<?> from = Conversions.unboxed(Objects.requireNonNull(value));
        if (from == null || !Conversions.widens(from, type)) {
            throw new ClassCastException(Conversions.boxOf(type) + " is not compatible with " + value.getClass());
        }
        return Conversions.convert(value, type, null);
    }

    public static MethodHandle constant(Class<?> type, Object value) {
        if (type == void.class) {
            throw new IllegalArgumentException("void type");
        }
        return Forms.constant(type, bindable(type, value));
    }

    public static MethodHandle identity(Class<?> type) {
        return type == void.class ? zero(type) : Forms.identity(type);
    }

    public static MethodHandle zero(Class<?> type) {
        return Forms.empty(MethodType.methodType(type));
    }

    public static MethodHandle empty(MethodType type) {
        return Forms.empty(type);
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
            bound[i] = bindable(type.parameterType(pos + i), values[i]);
        }
        return n == 0 ? target : Forms.insert(target, pos, bound);
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, List<Class<?>> valueTypes) {
        return dropArguments(target, pos, valueTypes.toArray(new Class<?>[0]));
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, Class<?>... valueTypes) {
        int n = valueTypes.length;
        MethodType type = target.type();
        int inner = type.parameterCount();
        if (pos < 0 || pos > inner) {
            List<Object> what = Arrays.<Object>asList(type, pos, Arrays.asList(valueTypes), inner + n, inner);
            throw new IllegalArgumentException("no argument type to remove" + what);
        }
        return n == 0 ? target : Forms.drop(target, pos, type.insertParameterTypes(pos, valueTypes));
    }

    public static MethodHandle dropArgumentsToMatch(MethodHandle target, int skip, List<Class<?>> newTypes, int pos) {
        List<Class<?>> own = target.type().parameterList();
        if (skip < 0 || skip > own.size()) {
            throw new IllegalArgumentException("illegal skip: " + skip + ", " + target);
        }
        List<Class<?>> rest = own.subList(skip, own.size());
        List<Class<?>> added = newTypes;
        if (pos < 0 || pos > added.size()) {
            throw new IllegalArgumentException("illegal pos: " + pos + ", " + newTypes);
        }
        if (pos + rest.size() > added.size() || !added.subList(pos, pos + rest.size()).equals(rest)) {
            throw new IllegalArgumentException("argument lists do not match: " + own + ", " + newTypes);
        }
        MethodHandle r = dropArguments(target, own.size(), added.subList(pos + rest.size(), added.size()));
        return dropArguments(r, skip, added.subList(0, pos));
    }

    public static MethodHandle dropReturn(MethodHandle target) {
        Class<?> r = target.type().returnType();
        return r == void.class ? target : Forms.filterReturn(target, Forms.empty(MethodType.methodType(void.class, r)));
    }

    private static IllegalArgumentException mismatch(String what, MethodType a, MethodType b) {
        return new IllegalArgumentException(what + " types do not match: " + a + ", " + b);
    }

    public static MethodHandle filterArguments(MethodHandle target, int pos, MethodHandle... filters) {
        MethodType type = target.type();
        if (pos < 0 || pos + filters.length > type.parameterCount()) {
            throw new IllegalArgumentException("too many filters");
        }
        MethodType outer = type;
        boolean any = false;
        for (int i = 0; i < filters.length; i++) {
            if (filters[i] != null) {
                any = true;
                MethodType f = filters[i].type();
                if (f.parameterCount() != 1 || f.returnType() != type.parameterType(pos + i)) {
                    throw mismatch("target and filter", type, f);
                }
                outer = outer.changeParameterType(pos + i, f.parameterType(0));
            }
        }
        return any ? Forms.filter(target, pos, outer, filters) : target;
    }

    public static MethodHandle collectArguments(MethodHandle target, int pos, MethodHandle filter) {
        MethodType type = target.type();
        MethodType f = filter.type();
        boolean gives = f.returnType() != void.class;
        if (pos < 0 || pos > type.parameterCount() - (gives ? 1 : 0)) {
            throw new IllegalArgumentException("position is out of range for target: " + type + ", " + pos);
        }
        if (gives && f.returnType() != type.parameterType(pos)) {
            throw mismatch("target and filter", type, f);
        }
        MethodType outer = (gives ? type.dropParameterTypes(pos, pos + 1) : type).insertParameterTypes(pos,
                f.sharedParameters());
        return Forms.combine(target, pos, filter, outer, false);
    }

    public static MethodHandle filterReturnValue(MethodHandle target, MethodHandle filter) {
        MethodType type = target.type();
        MethodType f = filter.type();
        boolean takes = f.parameterCount() == 1;
        if (takes ? f.parameterType(0) != type.returnType() : f.parameterCount() != 0
                || type.returnType() != void.class) {
            throw mismatch("target and filter", type, f);
        }
        return Forms.filterReturn(target, filter);
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
        return Forms.combine(target, pos, combiner, gives ? type.dropParameterTypes(pos, pos + 1) : type, true);
    }

    /** The arguments with some of them, from an index on, replaced by others. */
    static Object[] spliced(Object[] args, int pos, int drop, Object... insert) {
        Object[] r = new Object[args.length - drop + insert.length];
        System.arraycopy(args, 0, r, 0, pos);
        System.arraycopy(insert, 0, r, pos, insert.length);
        System.arraycopy(args, pos + drop, r, pos + insert.length, args.length - pos - drop);
        return r;
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
        if (target.type() != fallback.type()) {
            throw new IllegalArgumentException("target and fallback types must match: " + target.type() + " != "
                    + fallback.type());
        }
        if (test.type().returnType() != boolean.class) {
            throw new IllegalArgumentException("guard type is not a predicate " + test.type());
        }
        checkPrefix(target.type(), 0, test.type(), 0, "target and test");
        return Forms.guard(test, target, fallback);
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
        return Forms.catching(target, exType, handler);
    }

    public static MethodHandle throwException(Class<?> returnType, Class<? extends Throwable> exType) {
        if (!Throwable.class.isAssignableFrom(exType)) {
            throw new ClassCastException(exType.getName());
        }
        return Forms.throwing(returnType, exType);
    }

    public static MethodHandle loop(MethodHandle[]... clauses) {
        return Loops.loop(clauses);
    }

    public static MethodHandle whileLoop(MethodHandle init, MethodHandle pred, MethodHandle body) {
        return Loops.whileLoop(init, pred, body);
    }

    public static MethodHandle doWhileLoop(MethodHandle init, MethodHandle body, MethodHandle pred) {
        return Loops.doWhileLoop(init, body, pred);
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
        if (c.parameterCount() > 0 && c.parameterType(0) != Throwable.class) {
            throw new IllegalArgumentException("cleanup first argument and Throwable must match: " + c + " != "
                    + Throwable.class);
        }
        if (c.parameterCount() < lead || !Throwable.class.isAssignableFrom(c.parameterType(0))
                || c.returnType() != type.returnType() || gives && c.parameterType(1) != type.returnType()) {
            throw new IllegalArgumentException("target and cleanup types must match: " + type + " != " + c);
        }
        checkPrefix(type, 0, c, lead, "target and cleanup");
        return Forms.finallyDoing(target, cleanup);
    }

    public static MethodHandle tableSwitch(MethodHandle fallback, MethodHandle... targets) {
        MethodType type = fallback.type();
        if (targets.length == 0) {
            throw new IllegalArgumentException("Not enough cases: []");
        }
        if (type.parameterCount() < 1 || type.parameterType(0) != int.class) {
            throw new IllegalArgumentException("Case actions must have int as leading parameter: "
                    + Arrays.toString(targets));
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
