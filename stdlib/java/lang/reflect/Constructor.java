package java.lang.reflect;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import rvm.internal.Access;
import rvm.internal.Annotations;
import rvm.internal.Generics;
import rvm.internal.Reflection;

/** A constructor of a class. */
public final class Constructor<T> extends Executable {
    /** Whether the class was found to be one that has instances, made by this. */
    private boolean makes;

    Constructor(Class<?> declaring, int index) {
        super(declaring, index);
    }

    Constructor(Constructor<T> of) {
        super(of);
    }

    @Override
    public void setAccessible(boolean flag) {
        setAccessible(flag, declaring.getClassLoader() != null ? null : Reflection.caller(1));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> getDeclaringClass() {
        return (Class<T>) declaring;
    }

    @Override
    public String getName() {
        return declaring.getName();
    }

    @Override
    public int getModifiers() {
        return modifiers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public TypeVariable<Constructor<T>>[] getTypeParameters() {
        return (TypeVariable<Constructor<T>>[]) (TypeVariable<?>[]) generics().parameters();
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
        return obj instanceof Constructor && declaring == ((Constructor<?>) obj).declaring
                && index == ((Constructor<?>) obj).index;
    }

    public int hashCode() {
        return declaring.getName().hashCode();
    }

    public String toString() {
        StringBuilder sb = new StringBuilder();
        appendModifiers(sb, Modifier.constructorModifiers(), false);
        sb.append(declaring.getTypeName());
        appendTail(sb, sharedParameterTypes(), exceptionTypes(), false);
        return sb.toString();
    }

    @Override
    public String toGenericString() {
        StringBuilder sb = new StringBuilder();
        appendModifiers(sb, Modifier.constructorModifiers(), false);
        TypeVariable<?>[] parameters = getTypeParameters();
        if (parameters.length > 0) {
            Generics.appendParameters(sb, parameters);
            sb.append(' ');
        }
        sb.append(declaring.getTypeName());
        appendTail(sb, getGenericParameterTypes(), getGenericExceptionTypes(), isVarArgs());
        return sb.toString();
    }

    @SuppressWarnings("unchecked")
    public T newInstance(Object... initargs)
            throws InstantiationException, IllegalAccessException, IllegalArgumentException, InvocationTargetException {
        if (!override && !isPublicThroughout()) {
            Class<?> caller = Reflection.caller(1);
            if (caller != declaring) {
                Access.check(caller, declaring, null, modifiers);
            }
        }
        if (!makes) {
            if ((declaring.getModifiers() & Modifier.ENUM) != 0) {
                throw new IllegalArgumentException("Cannot reflectively create enum objects");
            }
            if (Modifier.isAbstract(declaring.getModifiers())) {
                throw new InstantiationException();
            }
            makes = true;
        }
        Object[] converted = convert(initargs);
        MethodHandle handle = handle();
        try {
            if (handle != null) {
                return (T) handle.invokeExact((Object) null, converted);
            }
            Object instance = Reflection.allocate(declaring);
            Reflection.invoke(declaring, index, instance, converted);
            return (T) instance;
        } catch (Throwable e) {
            if (e instanceof ExceptionInInitializerError || e instanceof NoClassDefFoundError) {
                throw (LinkageError) e;
            }
            throw new InvocationTargetException(e);
        }
    }

    @Override
    public boolean isVarArgs() {
        return super.isVarArgs();
    }

    @Override
    public boolean isSynthetic() {
        return super.isSynthetic();
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> annotationClass) {
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
        return Annotations.annotatedType(declaring);
    }

    @Override
    public AnnotatedType getAnnotatedReceiverType() {
        Class<?> outer = declaring.getDeclaringClass();
        return outer == null || Modifier.isStatic(declaring.getModifiers()) ? null : Annotations.annotatedType(outer);
    }
}
