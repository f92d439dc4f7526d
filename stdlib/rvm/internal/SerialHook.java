package rvm.internal;

import java.lang.reflect.Modifier;

/** A method that serialization calls by its name. */
public final class SerialHook {
    private final Class<?> declaring;
    private final int index;
    private final boolean select;

    private SerialHook(Class<?> declaring, int index, boolean select) {
        this.declaring = declaring;
        this.index = index;
        this.select = select;
    }

    /** A private method of just this class, or null. */
    public static SerialHook ownPrivate(Class<?> c, String name, String descriptor) {
        int i = Reflection.find(c, name, descriptor);
        if (i < 0) {
            return null;
        }
        int flags = Reflection.flags(c, Reflection.METHOD, i);
        return Modifier.isPrivate(flags) && !Modifier.isStatic(flags) ? new SerialHook(c, i, false) : null;
    }

    /** A method that the class has or inherits and may use, or null. */
    public static SerialHook inherited(Class<?> c, String name, String descriptor) {
        for (Class<?> d = c; d != null; d = d.getSuperclass()) {
            int i = Reflection.find(d, name, descriptor);
            if (i < 0) {
                continue;
            }
            int flags = Reflection.flags(d, Reflection.METHOD, i);
            if ((flags & (Modifier.STATIC | Modifier.ABSTRACT)) != 0) {
                return null;
            }
            if ((flags & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
                return new SerialHook(d, i, true);
            }
            if (Modifier.isPrivate(flags)) {
                return d == c ? new SerialHook(d, i, false) : null;
            }
            return c.getClassLoader() == d.getClassLoader() && c.getPackageName().equals(d.getPackageName())
                    ? new SerialHook(d, i, true) : null;
        }
        return null;
    }

    public Object call(Object receiver, Object... args) throws Throwable {
        return select ? Reflection.invoke(declaring, index, receiver, args)
                : Reflection.invokeSpecial(declaring, index, receiver, args);
    }
}
