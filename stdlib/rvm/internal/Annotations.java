package rvm.internal;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** The annotations of a class or member. */
public final class Annotations {
    private static final Annotation[] NONE = new Annotation[0];

    private static final class Cache {
        static final ConcurrentHashMap<Class<?>, Annotations> CLASSES = new ConcurrentHashMap<Class<?>, Annotations>();
    }

    private final Annotation[] declared;
    private Annotation[] all;

    private Annotations(Annotation[] declared) {
        this.declared = declared;
        this.all = declared;
    }

    public static Annotations ofMember(Class<?> c, int kind, int i) {
        return new Annotations(AnnotationParser.annotations(c, Reflection.attribute(c, kind, i, Reflection.ANNOTATIONS)));
    }

    /** A class's annotations; those of its superclasses that are inherited count among all of them. */
    public static Annotations ofClass(Class<?> c) {
        Annotations a = Cache.CLASSES.get(c);
        if (a != null) {
            return a;
        }
        a = c.isArray() || c.isPrimitive() ? new Annotations(NONE) : ofMember(c, Reflection.CLASS, 0);
        Class<?> parent = c.getSuperclass();
        if (parent != null && parent != Object.class) {
            LinkedHashMap<Class<?>, Annotation> map = new LinkedHashMap<Class<?>, Annotation>();
            for (Annotation i : ofClass(parent).all) {
                if (isInherited(i.annotationType())) {
                    map.put(i.annotationType(), i);
                }
            }
            if (!map.isEmpty()) {
                for (Annotation i : a.declared) {
                    map.put(i.annotationType(), i);
                }
                a.all = map.values().toArray(NONE);
            }
        }
        Annotations other = Cache.CLASSES.putIfAbsent(c, a);
        return other == null ? a : other;
    }

    private static boolean isInherited(Class<?> type) {
        return ofClass(type).find(ofClass(type).declared, Inherited.class) != null;
    }

    public static Annotation[][] ofParameters(Class<?> c, int method, int count) {
        byte[] raw = Reflection.attribute(c, Reflection.METHOD, method, Reflection.PARAMETER_ANNOTATIONS);
        Annotation[][] found = raw == null ? new Annotation[0][] : AnnotationParser.parameters(c, raw);
        Annotation[][] r = new Annotation[count][];
        // The attribute does not count parameters that the compiler put in front.
        int skip = count - found.length;
        for (int i = 0; i < count; i++) {
            r[i] = i < skip ? NONE : found[i - skip];
        }
        return r;
    }

    public static Object defaultValue(Method m, byte[] raw) {
        return raw == null ? null : AnnotationParser.value(m.getDeclaringClass(), raw, m.getReturnType());
    }

    private <A extends Annotation> A find(Annotation[] list, Class<A> type) {
        if (type == null) {
            throw new NullPointerException();
        }
        for (Annotation a : list) {
            if (a.annotationType() == type) {
                return type.cast(a);
            }
        }
        return null;
    }

    public <A extends Annotation> A get(Class<A> type) {
        return find(all, type);
    }

    public <A extends Annotation> A getDeclared(Class<A> type) {
        return find(declared, type);
    }

    public Annotation[] all() {
        return all.clone();
    }

    public Annotation[] declared() {
        return declared.clone();
    }

    public <A extends Annotation> A[] byType(Class<A> type) {
        return select(declared, type);
    }

    public <A extends Annotation> A[] byTypeInherited(Class<?> c, Class<A> type) {
        A[] own = select(declared, type);
        Class<?> parent = c.getSuperclass();
        if (own.length > 0 || parent == null || !isInherited(type)) {
            return own;
        }
        return ofClass(parent).byTypeInherited(parent, type);
    }

    /** The annotations of a type, those inside its container included. */
    @SuppressWarnings("unchecked")
    public static <A extends Annotation> A[] select(Annotation[] list, Class<A> type) {
        ArrayList<A> found = new ArrayList<A>();
        Repeatable repeatable = type.getDeclaredAnnotation(Repeatable.class);
        for (Annotation a : list) {
            if (a.annotationType() == type) {
                found.add((A) a);
            } else if (repeatable != null && a.annotationType() == repeatable.value()) {
                Object[] inner = (Object[]) AnnotationHandler.member(a, "value");
                for (int i = 0; i < inner.length; i++) {
                    found.add((A) inner[i]);
                }
            }
        }
        return found.toArray((A[]) Array.newInstance(type, 0));
    }

    public static AnnotatedType annotatedType(Type t) {
        return TypeUses.of(t);
    }

    public static AnnotatedType[] annotatedTypes(Type[] types) {
        AnnotatedType[] r = new AnnotatedType[types.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = TypeUses.of(types[i]);
        }
        return r;
    }
}
