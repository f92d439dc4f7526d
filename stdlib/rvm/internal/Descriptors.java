package rvm.internal;

import java.util.ArrayList;

/** Descriptors of fields and methods as classes. */
public final class Descriptors {
    private static final Class<?>[] NONE = new Class<?>[0];

    private Descriptors() {
    }

    /** The class that a field descriptor names, as seen from another class; NoClassDefFoundError when it is not there. */
    public static Class<?> type(String descriptor, Class<?> from) {
        return parse(descriptor, 0, descriptor.length(), from);
    }

    public static Class<?> returnType(String descriptor, Class<?> from) {
        return parse(descriptor, descriptor.indexOf(')') + 1, descriptor.length(), from);
    }

    public static Class<?>[] parameters(String descriptor, Class<?> from) {
        if (descriptor.charAt(1) == ')') {
            return NONE;
        }
        ArrayList<Class<?>> list = new ArrayList<Class<?>>();
        for (int i = 1; descriptor.charAt(i) != ')';) {
            int end = end(descriptor, i);
            list.add(parse(descriptor, i, end, from));
            i = end;
        }
        return list.toArray(NONE);
    }

    /** The number of parameters of a method descriptor. */
    public static int count(String descriptor) {
        int n = 0;
        for (int i = 1; descriptor.charAt(i) != ')'; n++) {
            i = end(descriptor, i);
        }
        return n;
    }

    private static int end(String d, int i) {
        while (d.charAt(i) == '[') {
            i++;
        }
        return d.charAt(i) == 'L' ? d.indexOf(';', i) + 1 : i + 1;
    }

    private static Class<?> parse(String d, int i, int end, Class<?> from) {
        switch (d.charAt(i)) {
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
            case 'V':
                return void.class;
            case 'L':
                return named(d.substring(i + 1, end - 1), from);
            default:
                return named(d.substring(i, end), from);
        }
    }

    /** The class of an internal name or array descriptor. */
    public static Class<?> named(String internalName, Class<?> from) {
        String name = internalName.replace('/', '.');
        try {
            return Class.forName(name, false, from.getClassLoader());
        } catch (ClassNotFoundException e) {
            NoClassDefFoundError error = new NoClassDefFoundError(internalName);
            error.initCause(e);
            throw error;
        }
    }

    public static String of(Class<?>[] parameters, Class<?> result) {
        StringBuilder sb = new StringBuilder().append('(');
        for (Class<?> p : parameters) {
            sb.append(p.descriptorString());
        }
        return sb.append(')').append(result.descriptorString()).toString();
    }
}
