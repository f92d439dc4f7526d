package rvm.internal;

import java.lang.reflect.Executable;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.concurrent.ConcurrentHashMap;

/** What the Signature attribute of a class or method says. */
public final class Generics {
    private static final Type[] NONE = new Type[0];
    private static final TypeVariable<?>[] NO_VARIABLES = new TypeVariable<?>[0];

    private static final class Cache {
        static final ConcurrentHashMap<Class<?>, Generics> CLASSES = new ConcurrentHashMap<Class<?>, Generics>();
    }

    private TypeVariable<?>[] parameters = NO_VARIABLES;
    private Type superclass;
    private Type[] types;
    private Type result;
    private Type[] exceptions;

    private Generics() {
    }

    public static Generics of(Class<?> c) {
        Generics g = Cache.CLASSES.get(c);
        if (g == null) {
            g = new Generics();
            String signature = c.isArray() || c.isPrimitive() ? null : Reflection.signature(c, Reflection.CLASS, 0);
            if (signature != null) {
                SignatureParser p = new SignatureParser(signature, c, c);
                g.parameters = p.parameters();
                // Supertypes may refer to the class's own parameters: those must be found.
                Generics early = Cache.CLASSES.putIfAbsent(c, g);
                if (early != null) {
                    return early;
                }
                Type parent = p.type();
                g.superclass = c.isInterface() ? null : parent;
                g.types = p.typesToEnd();
            } else {
                g.superclass = c.getSuperclass();
                g.types = c.getInterfaces();
                Generics early = Cache.CLASSES.putIfAbsent(c, g);
                if (early != null) {
                    return early;
                }
            }
        }
        return g;
    }

    public static Generics ofMethod(Executable e, String signature) {
        Generics g = new Generics();
        if (signature != null) {
            SignatureParser p = new SignatureParser(signature, e, e.getDeclaringClass());
            g.parameters = p.parameters();
            p.setVariables(g.parameters);
            g.types = p.parameterTypes();
            g.result = p.type();
            g.exceptions = p.exceptions();
        }
        return g;
    }

    public static Type fieldType(String signature, Class<?> declaring) {
        return new SignatureParser(signature, declaring, declaring).type();
    }

    @SuppressWarnings("unchecked")
    public <D extends GenericDeclaration> TypeVariable<D>[] parameters() {
        return (TypeVariable<D>[]) parameters.clone();
    }

    TypeVariable<?> parameter(String name) {
        return find(parameters, name);
    }

    static TypeVariable<?> find(TypeVariable<?>[] list, String name) {
        for (TypeVariable<?> v : list) {
            if (v.getName().equals(name)) {
                return v;
            }
        }
        return null;
    }

    public Type superclass() {
        return superclass;
    }

    public Type[] interfaces() {
        return types == null ? NONE : types.clone();
    }

    /** The types of a method's parameters; null when it has no signature. */
    public Type[] parameterTypes() {
        return types == null ? null : types.clone();
    }

    public Type returnType() {
        return result;
    }

    public Type[] exceptionTypes() {
        return exceptions == null ? null : exceptions.clone();
    }

    /** Appends {@code <T extends A & B, U>} as toGenericString shows it. */
    public static void appendParameters(StringBuilder sb, TypeVariable<?>[] parameters) {
        sb.append('<');
        for (int i = 0; i < parameters.length; i++) {
            sb.append(i == 0 ? "" : ",").append(parameters[i].getName());
            Type[] bounds = parameters[i].getBounds();
            if (bounds.length > 0 && !(bounds.length == 1 && bounds[0] == Object.class)) {
                for (int k = 0; k < bounds.length; k++) {
                    sb.append(k == 0 ? " extends " : " & ").append(bounds[k].getTypeName());
                }
            }
        }
        sb.append('>');
    }
}
