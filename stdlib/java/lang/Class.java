package java.lang;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.invoke.TypeDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import rvm.internal.Annotations;
import rvm.internal.Generics;
import rvm.internal.Members;
import rvm.internal.Reflection;

/** A class, an interface, an array type or a primitive type of the running program. */
public final class Class<T> implements java.io.Serializable, GenericDeclaration, Type, AnnotatedElement,
        TypeDescriptor.OfField<Class<?>>, java.lang.constant.Constable {
    private static final int ANNOTATION = 0x2000;
    private static final int ENUM = 0x4000;
    private static final int SYNTHETIC = 0x1000;

    // The VM's own record of the class.
    private long vmClass;

    private String name;
    private String packageName;
    private String simpleName;
    private T[] enumConstants;
    private Map<String, T> enumDirectory;
    private Annotations annotations;

    private Class() {
    }

    // The class of a primitive type or void, by the character of its descriptor.
    static native <T> Class<T> primitive(char descriptor);

    private native String name0();

    public native boolean isInstance(Object obj);

    public native boolean isAssignableFrom(Class<?> cls);

    public native boolean isInterface();

    public native boolean isArray();

    public native boolean isPrimitive();

    // Whether it was made as a hidden class (Lookup.defineHiddenClass, lambdas).
    public native boolean isHidden();

    public native Class<? super T> getSuperclass();

    // The direct superinterfaces, in order; of arrays Cloneable and Serializable.
    private native Class<?>[] interfaces0();

    // The flags of the class, without ACC_SUPER; those of its InnerClasses entry when it has one.
    public native int getModifiers();

    private native Class<?> component0();

    private native Class<?> array0();

    // The class that this one is a member of, or null.
    private native Class<?> declaring0();

    // The simple name in the InnerClasses attribute; null when there is none.
    private native String innerName0();

    // From EnclosingMethod: the class, and the name and the descriptor of the method or nulls; null without the attribute.
    private native Object[] enclosing0();

    private native Class<?>[] declaredClasses0();

    private native Class<?> nestHost0();

    private native Class<?>[] nestMembers0();

    // The permitted subclasses; null when the class is not sealed.
    private native Class<?>[] permitted0();

    private native boolean isRecord0();

    // 0 library, 1 class path, 2 a ClassLoader object of the program.
    private native int sourceLoader0();

    private native ClassLoader loader0();

    private native boolean assertions0();

    // Finds a class or array class by name; kind as sourceLoader0 has it. ClassNotFoundException when there is none.
    private static native Class<?> find0(String name, boolean initialize, ClassLoader loader, int kind)
            throws ClassNotFoundException;

    public String toString() {
        return (isInterface() ? "interface " : isPrimitive() ? "" : "class ").concat(getName());
    }

    public String toGenericString() {
        if (isPrimitive()) {
            return toString();
        }
        StringBuilder sb = new StringBuilder();
        Class<?> element = this;
        int dimensions = 0;
        while (element.isArray()) {
            element = element.component0();
            dimensions++;
        }
        if (dimensions == 0) {
            int modifiers = getModifiers() & Modifier.classModifiers();
            if (modifiers != 0) {
                sb.append(Modifier.toString(modifiers)).append(' ');
            }
            sb.append(isAnnotation() ? "@interface " : isInterface() ? "interface " : isEnum() ? "enum " : isRecord() ? "record " : "class ");
        }
        sb.append(element.getName());
        TypeVariable<?>[] parameters = element.getTypeParameters();
        if (parameters.length > 0) {
            Generics.appendParameters(sb, parameters);
        }
        return sb.append("[]".repeat(dimensions)).toString();
    }

    public static Class<?> forName(String className) throws ClassNotFoundException {
        Class<?> caller = Reflection.caller(1);
        int kind = caller == null ? 1 : caller.sourceLoader0();
        return find(className, true, kind == 2 ? caller.loader0() : null, kind);
    }

    public static Class<?> forName(String name, boolean initialize, ClassLoader loader) throws ClassNotFoundException {
        return find(name, initialize, loader, ClassLoader.kind(loader));
    }

    private static Class<?> find(String name, boolean initialize, ClassLoader loader, int kind)
            throws ClassNotFoundException {
        if (name == null) {
            throw new NullPointerException();
        }
        if (name.indexOf('/') >= 0 || name.isEmpty()) {
            throw new ClassNotFoundException(name);
        }
        return find0(name, initialize, loader, kind);
    }

    public static Class<?> forName(Module module, String name) {
        ClassLoader loader = module.getClassLoader();
        try {
            Class<?> c = find(name, false, loader, ClassLoader.kind(loader));
            return c.getModule() == module && !c.isArray() ? c : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Deprecated(since = "9")
    public T newInstance() throws InstantiationException, IllegalAccessException {
        return Members.of(this).newInstance(this, Reflection.caller(1));
    }

    public boolean isAnnotation() {
        return (getModifiers() & ANNOTATION) != 0;
    }

    public boolean isSynthetic() {
        return (getModifiers() & SYNTHETIC) != 0;
    }

    public String getName() {
        String n = name;
        if (n == null) {
            name = n = name0();
        }
        return n;
    }

    public ClassLoader getClassLoader() {
        if (isArray()) {
            Class<?> element = component0();
            return element.isPrimitive() ? null : element.getClassLoader();
        }
        int kind = sourceLoader0();
        return kind == 0 ? null : kind == 1 ? ClassLoader.getSystemClassLoader() : loader0();
    }

    final int loaderKind() {
        return sourceLoader0();
    }

    public Module getModule() {
        return Module.of(this);
    }

    public TypeVariable<Class<T>>[] getTypeParameters() {
        return Generics.of(this).parameters();
    }

    public Type getGenericSuperclass() {
        return Generics.of(this).superclass();
    }

    public Package getPackage() {
        return isPrimitive() || isArray() ? null : Package.of(getClassLoader(), getPackageName());
    }

    public String getPackageName() {
        String p = packageName;
        if (p == null) {
            Class<?> c = this;
            while (c.isArray()) {
                c = c.component0();
            }
            if (c.isPrimitive()) {
                p = "java.lang";
            } else {
                String n = c.getName();
                int dot = n.lastIndexOf('.');
                p = dot < 0 ? "" : n.substring(0, dot).intern();
            }
            packageName = p;
        }
        return p;
    }

    public Class<?>[] getInterfaces() {
        return interfaces0();
    }

    public Type[] getGenericInterfaces() {
        return Generics.of(this).interfaces();
    }

    public Class<?> getComponentType() {
        return component0();
    }

    public Object[] getSigners() {
        return null;
    }

    public Method getEnclosingMethod() {
        Object[] e = enclosing0();
        if (e == null || e[1] == null || e[1].equals("<init>") || e[1].equals("<clinit>")) {
            return null;
        }
        return Members.of((Class<?>) e[0]).methodByDescriptor((String) e[1], (String) e[2]);
    }

    public Constructor<?> getEnclosingConstructor() {
        Object[] e = enclosing0();
        if (e == null || !"<init>".equals(e[1])) {
            return null;
        }
        return Members.of((Class<?>) e[0]).constructorByDescriptor((String) e[2]);
    }

    public Class<?> getDeclaringClass() {
        return isArray() || isPrimitive() ? null : declaring0();
    }

    public Class<?> getEnclosingClass() {
        if (isArray() || isPrimitive()) {
            return null;
        }
        Object[] e = enclosing0();
        return e != null ? (Class<?>) e[0] : declaring0();
    }

    private boolean isTopLevel() {
        return declaring0() == null && enclosing0() == null;
    }

    public String getSimpleName() {
        String n = simpleName;
        if (n == null) {
            simpleName = n = makeSimpleName();
        }
        return n;
    }

    private String makeSimpleName() {
        if (isArray()) {
            return component0().getSimpleName().concat("[]");
        }
        if (!isPrimitive() && !isTopLevel()) {
            String inner = innerName0();
            return inner == null ? "" : inner;
        }
        String n = getName();
        return n.substring(n.lastIndexOf('.') + 1);
    }

    public String getTypeName() {
        return isArray() ? component0().getTypeName().concat("[]") : getName();
    }

    public String getCanonicalName() {
        if (isArray()) {
            String element = component0().getCanonicalName();
            return element == null ? null : element.concat("[]");
        }
        if (isPrimitive()) {
            return getName();
        }
        if (isHidden() || isLocalOrAnonymous()) {
            return null;
        }
        Class<?> outer = declaring0();
        if (outer == null) {
            return getName();
        }
        String prefix = outer.getCanonicalName();
        return prefix == null ? null : prefix.concat(".").concat(getSimpleName());
    }

    private boolean isLocalOrAnonymous() {
        return !isArray() && !isPrimitive() && enclosing0() != null;
    }

    public boolean isAnonymousClass() {
        return isLocalOrAnonymous() && innerName0() == null;
    }

    public boolean isLocalClass() {
        return isLocalOrAnonymous() && innerName0() != null;
    }

    public boolean isMemberClass() {
        return !isLocalOrAnonymous() && getDeclaringClass() != null;
    }

    public Class<?>[] getClasses() {
        return Members.of(this).publicClasses();
    }

    public Field[] getFields() {
        return Members.of(this).publicFields();
    }

    public Method[] getMethods() {
        return Members.of(this).publicMethods();
    }

    public Constructor<?>[] getConstructors() {
        return Members.of(this).constructors(true);
    }

    public Field getField(String name) throws NoSuchFieldException {
        return Members.of(this).publicField(name);
    }

    public Method getMethod(String name, Class<?>... parameterTypes) throws NoSuchMethodException {
        return Members.of(this).publicMethod(name, parameterTypes);
    }

    @SuppressWarnings("unchecked")
    public Constructor<T> getConstructor(Class<?>... parameterTypes) throws NoSuchMethodException {
        return (Constructor<T>) Members.of(this).constructor(parameterTypes, true);
    }

    public Class<?>[] getDeclaredClasses() {
        return isArray() || isPrimitive() ? new Class<?>[0] : declaredClasses0();
    }

    public Field[] getDeclaredFields() {
        return Members.of(this).declaredFields();
    }

    public RecordComponent[] getRecordComponents() {
        return isRecord() ? Members.of(this).components() : null;
    }

    public Method[] getDeclaredMethods() {
        return Members.of(this).declaredMethods();
    }

    public Constructor<?>[] getDeclaredConstructors() {
        return Members.of(this).constructors(false);
    }

    public Field getDeclaredField(String name) throws NoSuchFieldException {
        return Members.of(this).declaredField(name);
    }

    public Method getDeclaredMethod(String name, Class<?>... parameterTypes) throws NoSuchMethodException {
        return Members.of(this).declaredMethod(name, parameterTypes);
    }

    @SuppressWarnings("unchecked")
    public Constructor<T> getDeclaredConstructor(Class<?>... parameterTypes) throws NoSuchMethodException {
        return (Constructor<T>) Members.of(this).constructor(parameterTypes, false);
    }

    private String resourcePath(String name) {
        if (name.startsWith("/")) {
            return name.substring(1);
        }
        Class<?> c = this;
        while (c.isArray()) {
            c = c.getComponentType();
        }
        String p = c.getPackageName();
        return p.isEmpty() || c.isPrimitive() ? name : p.replace('.', '/').concat("/").concat(name);
    }

    public InputStream getResourceAsStream(String name) {
        String path = resourcePath(name);
        ClassLoader loader = getClassLoader();
        return loader == null ? ClassLoader.resource(path, true) : loader.getResourceAsStream(path);
    }

    public java.net.URL getResource(String name) {
        String path = resourcePath(name);
        ClassLoader loader = getClassLoader();
        return loader == null ? ClassLoader.libraryResource(path) : loader.getResource(path);
    }

    public java.security.ProtectionDomain getProtectionDomain() {
        return ClassLoader.domainOf(this);
    }

    public boolean desiredAssertionStatus() {
        return assertions0();
    }

    public boolean isEnum() {
        return (getModifiers() & ENUM) != 0 && getSuperclass() == (Class<?>) Enum.class;
    }

    public boolean isRecord() {
        return getSuperclass() == (Class<?>) Record.class && isRecord0();
    }

    public T[] getEnumConstants() {
        T[] values = sharedConstants();
        return values == null ? null : values.clone();
    }

    @SuppressWarnings("unchecked")
    private T[] sharedConstants() {
        T[] values = enumConstants;
        if (values == null && isEnum()) {
            int i = Reflection.find(this, "values", "()[".concat(descriptorString()));
            if (i < 0) {
                return null;
            }
            try {
                enumConstants = values = (T[]) Reflection.invoke(this, i, null, null);
            } catch (Error | RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                return null;
            }
        }
        return values;
    }

    /** The enum constant of that name, or null. */
    final T enumConstant(String name) {
        Map<String, T> map = enumDirectory;
        if (map == null) {
            T[] values = sharedConstants();
            if (values == null) {
                throw new IllegalArgumentException(getName().concat(" is not an enum class"));
            }
            map = new HashMap<String, T>((int) (values.length / 0.75f) + 1);
            for (int i = 0; i < values.length; i++) {
                map.put(((Enum<?>) values[i]).name(), values[i]);
            }
            enumDirectory = map;
        }
        return map.get(name);
    }

    @SuppressWarnings("unchecked")
    public T cast(Object obj) {
        if (obj != null && !isInstance(obj)) {
            throw new ClassCastException(
                    "Cannot cast ".concat(obj.getClass().getName()).concat(" to ").concat(getName()));
        }
        return (T) obj;
    }

    @SuppressWarnings("unchecked")
    public <U> Class<? extends U> asSubclass(Class<U> clazz) {
        if (!clazz.isAssignableFrom(this)) {
            throw new ClassCastException(toString());
        }
        return (Class<? extends U>) this;
    }

    private Annotations annotations() {
        Annotations a = annotations;
        if (a == null) {
            annotations = a = Annotations.ofClass(this);
        }
        return a;
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> annotationClass) {
        return annotations().get(annotationClass);
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> annotationClass) {
        return getAnnotation(annotationClass) != null;
    }

    @Override
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> annotationClass) {
        return annotations().byTypeInherited(this, annotationClass);
    }

    @Override
    public Annotation[] getAnnotations() {
        return annotations().all();
    }

    @Override
    public <A extends Annotation> A getDeclaredAnnotation(Class<A> annotationClass) {
        return annotations().getDeclared(annotationClass);
    }

    @Override
    public <A extends Annotation> A[] getDeclaredAnnotationsByType(Class<A> annotationClass) {
        return annotations().byType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return annotations().declared();
    }

    public AnnotatedType getAnnotatedSuperclass() {
        if (isInterface() || isArray() || isPrimitive() || this == (Class<?>) Object.class) {
            return null;
        }
        return Annotations.annotatedType(getGenericSuperclass());
    }

    public AnnotatedType[] getAnnotatedInterfaces() {
        return Annotations.annotatedTypes(getGenericInterfaces());
    }

    public Class<?> getNestHost() {
        return isPrimitive() || isArray() ? this : nestHost0();
    }

    public boolean isNestmateOf(Class<?> c) {
        return this == c || getNestHost() == c.getNestHost();
    }

    public Class<?>[] getNestMembers() {
        return isPrimitive() || isArray() ? new Class<?>[] {this} : nestMembers0();
    }

    @Override
    public String descriptorString() {
        if (isPrimitive()) {
            return primitiveDescriptor(getName());
        }
        if (isArray()) {
            return "[".concat(component0().descriptorString());
        }
        String n = getName();
        if (isHidden()) {
            int slash = n.indexOf('/');
            return "L".concat(n.substring(0, slash).replace('.', '/')).concat(".").concat(n.substring(slash + 1))
                    .concat(";");
        }
        return "L".concat(n.replace('.', '/')).concat(";");
    }

    private static String primitiveDescriptor(String name) {
        switch (name.charAt(0)) {
            case 'b':
                return name.length() == 4 ? "B" : "Z";
            case 'l':
                return "J";
            case 'c':
                return "C";
            case 's':
                return "S";
            case 'i':
                return "I";
            case 'f':
                return "F";
            case 'd':
                return "D";
            default:
                return "V";
        }
    }

    @Override
    public Class<?> componentType() {
        return component0();
    }

    @Override
    public Class<?> arrayType() {
        if (this == (Class<?>) void.class) {
            throw new UnsupportedOperationException("Cannot create array type of void");
        }
        return array0();
    }

    public Class<?>[] getPermittedSubclasses() {
        return isArray() || isPrimitive() ? null : permitted0();
    }

    public boolean isSealed() {
        return !isArray() && !isPrimitive() && permitted0() != null;
    }

    @Override
    public java.util.Optional<java.lang.constant.ClassDesc> describeConstable() {
        Class<?> element = this;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isHidden()
                ? java.util.Optional.empty()
                : java.util.Optional.of(java.lang.constant.ClassDesc.ofDescriptor(descriptorString()));
    }
}
