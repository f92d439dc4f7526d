package rvm.internal;

import java.lang.annotation.Annotation;
import java.lang.annotation.AnnotationFormatError;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;

/** Reads annotation attributes (JVMS 4.7.16). */
final class AnnotationParser {
    private final Class<?> from;
    private final byte[] raw;
    private int at;

    private AnnotationParser(Class<?> from, byte[] raw) {
        this.from = from;
        this.raw = raw;
    }

    static Annotation[] annotations(Class<?> from, byte[] raw) {
        return raw == null ? new Annotation[0] : new AnnotationParser(from, raw).list();
    }

    static Annotation[][] parameters(Class<?> from, byte[] raw) {
        AnnotationParser p = new AnnotationParser(from, raw);
        Annotation[][] r = new Annotation[p.u1()][];
        for (int i = 0; i < r.length; i++) {
            r[i] = p.list();
        }
        return r;
    }

    static Object value(Class<?> from, byte[] raw, Class<?> type) {
        return new AnnotationParser(from, raw).element(type);
    }

    private int u1() {
        if (at >= raw.length) {
            throw new AnnotationFormatError("Unexpected end of annotations");
        }
        return raw[at++] & 0xff;
    }

    private int u2() {
        int high = u1();
        return high << 8 | u1();
    }

    private String text() {
        return (String) Reflection.constant(from, u2());
    }

    private Annotation[] list() {
        ArrayList<Annotation> list = new ArrayList<Annotation>();
        for (int n = u2(); n > 0; n--) {
            Annotation a = annotation();
            if (a != null && isKept(a.annotationType())) {
                list.add(a);
            }
        }
        return list.toArray(new Annotation[0]);
    }

    private static boolean isKept(Class<?> type) {
        // Asking the retention of what Retention itself is annotated with would never end.
        if (type == Retention.class || type.getClassLoader() == null) {
            return true;
        }
        Retention r = type.getDeclaredAnnotation(Retention.class);
        return r != null && r.value() == RetentionPolicy.RUNTIME;
    }

    /** Reads an annotation; null when its type is not there. */
    private Annotation annotation() {
        String descriptor = text();
        Class<?> type;
        try {
            type = Descriptors.type(descriptor, from);
        } catch (LinkageError e) {
            type = null;
        }
        if (type != null && !type.isAnnotation()) {
            type = null;
        }
        // Defaults come first, in the order of a hash table, as one sees from toString.
        HashMap<String, Object> defaults = new HashMap<String, Object>(0);
        if (type != null) {
            for (Method m : type.getDeclaredMethods()) {
                if (AnnotationHandler.isElement(m)) {
                    Object value = m.getDefaultValue();
                    if (value != null) {
                        defaults.put(m.getName(), value);
                    }
                }
            }
        }
        LinkedHashMap<String, Object> values = new LinkedHashMap<String, Object>(defaults);
        for (int n = u2(); n > 0; n--) {
            String name = text();
            Class<?> elementType = null;
            if (type != null) {
                for (Method m : type.getDeclaredMethods()) {
                    if (AnnotationHandler.isElement(m) && m.getName().equals(name)) {
                        elementType = m.getReturnType();
                    }
                }
            }
            Object value = element(elementType);
            if (elementType != null && value != null) {
                values.put(name, value);
            }
        }
        return type == null ? null : AnnotationHandler.make(type, values);
    }

    /** Reads a value; the type is what the element returns, null when nobody wants it. */
    private Object element(Class<?> type) {
        int tag = u1();
        switch (tag) {
            case 'B':
                return ((Integer) number()).byteValue();
            case 'C':
                return (char) ((Integer) number()).intValue();
            case 'S':
                return ((Integer) number()).shortValue();
            case 'Z':
                return ((Integer) number()).intValue() != 0;
            case 'I':
            case 'J':
            case 'F':
            case 'D':
                return number();
            case 's':
                return text();
            case 'e':
                return enumConstant();
            case 'c':
                String descriptor = text();
                try {
                    return Descriptors.type(descriptor, from);
                } catch (NoClassDefFoundError e) {
                    return new AnnotationHandler.Failure(new TypeNotPresentException(
                            descriptor.substring(1, descriptor.length() - 1).replace('/', '.'), e.getCause()));
                }
            case '@':
                return annotation();
            case '[':
                return array(type == null ? null : type.getComponentType());
            default:
                throw new AnnotationFormatError("Unknown tag " + tag + " in an annotation of " + from.getName());
        }
    }

    private Object number() {
        return Reflection.constant(from, u2());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object enumConstant() {
        String descriptor = text();
        String name = text();
        Class<?> type;
        try {
            type = Descriptors.type(descriptor, from);
        } catch (NoClassDefFoundError e) {
            return new AnnotationHandler.Failure(new TypeNotPresentException(
                    descriptor.substring(1, descriptor.length() - 1).replace('/', '.'), e.getCause()));
        }
        try {
            return Enum.valueOf((Class) type, name);
        } catch (IllegalArgumentException e) {
            return new AnnotationHandler.Failure(new EnumConstantNotPresentException((Class) type, name));
        }
    }

    private Object array(Class<?> component) {
        int n = u2();
        Object array = component == null ? null : Array.newInstance(component, n);
        AnnotationHandler.Failure failure = null;
        for (int i = 0; i < n; i++) {
            Object value = element(component);
            if (value instanceof AnnotationHandler.Failure) {
                failure = (AnnotationHandler.Failure) value;
            } else if (array != null && value != null) {
                Array.set(array, i, value);
            }
        }
        return failure != null ? failure : array;
    }
}
