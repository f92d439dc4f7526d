package java.lang.reflect;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import rvm.internal.Access;
import rvm.internal.Annotations;
import rvm.internal.Descriptors;
import rvm.internal.Generics;
import rvm.internal.Reflection;

/** A method of a class. */
public final class Method extends Executable {
    private final String name;
    private Class<?> returnType;

    Method(Class<?> declaring, int index) {
        super(declaring, index);
        this.name = Reflection.name(declaring, Reflection.METHOD, index);
    }

    Method(Method of) {
        super(of);
        name = of.name;
        returnType = of.returnType;
    }

    @Override
    public void setAccessible(boolean flag) {
        setAccessible(flag, declaring.getClassLoader() != null ? null : Reflection.caller(1));
    }

    @Override
    public Class<?> getDeclaringClass() {
        return declaring;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getModifiers() {
        return modifiers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public TypeVariable<Method>[] getTypeParameters() {
        return (TypeVariable<Method>[]) (TypeVariable<?>[]) generics().parameters();
    }

    public Class<?> getReturnType() {
        Class<?> t = returnType;
        if (t == null) {
            returnType = t = Descriptors.returnType(descriptor, declaring);
        }
        return t;
    }

    public Type getGenericReturnType() {
        Type t = generics().returnType();
        return t == null ? getReturnType() : t;
    }

    @Override
    public Class<?>[] getParameterTypes() {
        return sharedParameterTypes().clone();
    }

    @Override
    public int getParameterCount() {
        return super.getParameterCount();
    }

    @Override
    public Type[] getGenericParameterTypes() {
        return super.getGenericParameterTypes();
    }

    @Override
    public Class<?>[] getExceptionTypes() {
        return exceptionTypes();
    }

    @Override
    public Type[] getGenericExceptionTypes() {
        return super.getGenericExceptionTypes();
    }

    public boolean equals(Object obj) {
        return obj instanceof Method && declaring == ((Method) obj).declaring && index == ((Method) obj).index;
    }

    public int hashCode() {
        return declaring.getName().hashCode() ^ name.hashCode();
    }

    public String toString() {
        StringBuilder sb = new StringBuilder();
        appendModifiers(sb, Modifier.methodModifiers(), isDefault());
        sb.append(getReturnType().getTypeName()).append(' ').append(declaring.getTypeName()).append('.').append(name);
        appendTail(sb, sharedParameterTypes(), exceptionTypes(), false);
        return sb.toString();
    }

    @Override
    public String toGenericString() {
        StringBuilder sb = new StringBuilder();
        appendModifiers(sb, Modifier.methodModifiers(), isDefault());
        TypeVariable<?>[] parameters = getTypeParameters();
        if (parameters.length > 0) {
            Generics.appendParameters(sb, parameters);
            sb.append(' ');
        }
        sb.append(getGenericReturnType().getTypeName()).append(' ').append(declaring.getTypeName()).append('.')
                .append(name);
        appendTail(sb, getGenericParameterTypes(), getGenericExceptionTypes(), isVarArgs());
        return sb.toString();
    }

    public Object invoke(Object obj, Object... args)
            throws IllegalAccessException, IllegalArgumentException, InvocationTargetException {
        boolean isStatic = Modifier.isStatic(modifiers);
        if (!override && !isPublicThroughout()) {
            Class<?> caller = Reflection.caller(1);
            if (caller != declaring) {
                Access.check(caller, declaring, isStatic ? null : obj, modifiers);
            }
        }
        if (isStatic) {
            obj = null;
        } else if (obj.getClass() != declaring && !declaring.isInstance(obj)) {
            throw new IllegalArgumentException("object is not an instance of declaring class");
        }
        Object[] converted = convert(args);
        MethodHandle handle = handle();
        if (handle == null && isStatic) {
            // An error of the initialisation is not the method's.
            Reflection.initialize(declaring);
        }
        try {
            return handle == null ? Reflection.invoke(declaring, index, obj, converted)
                    : handle.invokeExact(obj, converted);
        } catch (Throwable e) {
            throw new InvocationTargetException(e);
        }
    }

    public boolean isBridge() {
        return (modifiers & Modifier.BRIDGE) != 0;
    }

    @Override
    public boolean isVarArgs() {
        return super.isVarArgs();
    }

    @Override
    public boolean isSynthetic() {
        return super.isSynthetic();
    }

    public boolean isDefault() {
        return (modifiers & (Modifier.ABSTRACT | Modifier.PUBLIC | Modifier.STATIC)) == Modifier.PUBLIC
                && declaring.isInterface();
    }

    public Object getDefaultValue() {
        return Annotations.defaultValue(this, Reflection.attribute(declaring, Reflection.METHOD, index, Reflection.DEFAULT));
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return super.getAnnotation(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return super.getDeclaredAnnotations();
    }

    @Override
    public Annotation[][] getParameterAnnotations() {
        return parameterAnnotations();
    }

    @Override
    public AnnotatedType getAnnotatedReturnType() {
        return Annotations.annotatedType(getGenericReturnType());
    }
}
