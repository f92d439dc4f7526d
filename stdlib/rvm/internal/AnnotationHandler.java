package rvm.internal;

import java.lang.annotation.Annotation;
import java.lang.annotation.IncompleteAnnotationException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;

/** What stands behind an annotation's proxy: its type and its values. */
final class AnnotationHandler implements InvocationHandler {
    private final Class<?> type;
    private final Map<String, Object> values;

    private AnnotationHandler(Class<?> type, Map<String, Object> values) {
        this.type = type;
        this.values = values;
    }

    /** In the place of a value that could not be had: throws when it is asked for. */
    static final class Failure {
        private final RuntimeException exception;

        Failure(RuntimeException exception) {
            this.exception = exception;
        }

        @Override
        public String toString() {
            return "/* Warning: " + exception + " */";
        }
    }

    static Annotation make(Class<?> type, Map<String, Object> values) {
        return (Annotation) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                new AnnotationHandler(type, values));
    }

    static boolean isElement(Method m) {
        return m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic();
    }

    static Object member(Annotation a, String name) {
        try {
            if (Proxy.isProxyClass(a.getClass()) && Proxy.getInvocationHandler(a) instanceof AnnotationHandler) {
                return ((AnnotationHandler) Proxy.getInvocationHandler(a)).value(name);
            }
            Method m = a.annotationType().getDeclaredMethod(name);
            m.setAccessible(true);
            return m.invoke(a);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
        String name = method.getName();
        if (args != null && args.length == 1 && name.equals("equals")) {
            return equalsAnnotation(proxy, args[0]);
        }
        switch (name) {
            case "toString":
                return text();
            case "hashCode":
                return hash();
            case "annotationType":
                return type;
            default:
                return value(name);
        }
    }

    @SuppressWarnings("unchecked")
    private Object value(String name) {
        Object v = values.get(name);
        if (v == null) {
            throw new IncompleteAnnotationException((Class<? extends Annotation>) type, name);
        }
        if (v instanceof Failure) {
            throw ((Failure) v).exception;
        }
        return v.getClass().isArray() && Array.getLength(v) > 0 ? copy(v) : v;
    }

    private static Object copy(Object array) {
        int n = Array.getLength(array);
        Object r = Array.newInstance(array.getClass().getComponentType(), n);
        System.arraycopy(array, 0, r, 0, n);
        return r;
    }

    private boolean equalsAnnotation(Object self, Object other) {
        if (self == other) {
            return true;
        }
        if (!type.isInstance(other)) {
            return false;
        }
        for (Method m : type.getDeclaredMethods()) {
            if (isElement(m) && !equalValues(values.get(m.getName()), member((Annotation) other, m.getName()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalValues(Object a, Object b) {
        if (a == null || b == null || !a.getClass().isArray()) {
            return a == null ? b == null : a.equals(b);
        }
        return Arrays.deepEquals(new Object[] {a}, new Object[] {b});
    }

    private int hash() {
        int h = 0;
        for (Map.Entry<String, Object> e : values.entrySet()) {
            Object v = e.getValue();
            // deepHashCode of one element is 31 plus the element's.
            int of = v.getClass().isArray() ? Arrays.deepHashCode(new Object[] {v}) - 31 : v.hashCode();
            h += 127 * e.getKey().hashCode() ^ of;
        }
        return h;
    }

    private String text() {
        StringBuilder sb = new StringBuilder().append('@').append(type.getName()).append('(');
        boolean alone = values.size() == 1;
        boolean first = true;
        for (Map.Entry<String, Object> e : values.entrySet()) {
            if (!first) {
                sb.append(", ");
            }
            first = false;
            if (!alone || !e.getKey().equals("value")) {
                sb.append(e.getKey()).append('=');
            }
            appendValue(sb, e.getValue());
        }
        return sb.append(')').toString();
    }

    private static void appendValue(StringBuilder sb, Object v) {
        if (v.getClass().isArray()) {
            sb.append('{');
            for (int i = 0; i < Array.getLength(v); i++) {
                sb.append(i == 0 ? "" : ", ");
                appendValue(sb, Array.get(v, i));
            }
            sb.append('}');
        } else if (v instanceof Class) {
            String name = ((Class<?>) v).getCanonicalName();
            sb.append(name == null ? ((Class<?>) v).getName() : name).append(".class");
        } else if (v instanceof String) {
            sb.append('"');
            quote(sb, (String) v);
            sb.append('"');
        } else if (v instanceof Character) {
            sb.append('\'');
            if ((Character) v == '\'') {
                sb.append("\\'");
            } else if ((Character) v == '"') {
                sb.append('"');
            } else {
                quote(sb, v.toString());
            }
            sb.append('\'');
        } else if (v instanceof Byte) {
            String hex = Integer.toHexString((Byte) v & 0xff);
            sb.append(hex.length() < 2 ? "(byte)0x0" : "(byte)0x").append(hex);
        } else if (v instanceof Long) {
            sb.append(v).append('L');
        } else if (v instanceof Float) {
            float f = (Float) v;
            sb.append(f - f == 0 ? f + "f" : f != f ? "0.0f/0.0f" : f > 0 ? "1.0f/0.0f" : "-1.0f/0.0f");
        } else if (v instanceof Double) {
            double d = (Double) v;
            sb.append(d - d == 0 ? "" + d : d != d ? "0.0/0.0" : d > 0 ? "1.0/0.0" : "-1.0/0.0");
        } else if (v instanceof Enum) {
            sb.append(((Enum<?>) v).name());
        } else {
            sb.append(v);
        }
    }

    private static void quote(StringBuilder sb, String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '\b':
                    sb.append("\\b");
                    break;
                case '\f':
                    sb.append("\\f");
                    break;
                case '\n':
                    sb.append("\\n");
                    break;
                case '\r':
                    sb.append("\\r");
                    break;
                case '\t':
                    sb.append("\\t");
                    break;
                case '\\':
                    sb.append("\\\\");
                    break;
                case '"':
                    sb.append("\\\"");
                    break;
                default:
                    sb.append(c);
                    break;
            }
        }
    }
}
