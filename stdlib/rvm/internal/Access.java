package rvm.internal;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;

/** The rules of access, for reflection. */
public final class Access {
    private Access() {
    }

    private static boolean samePackage(Class<?> a, Class<?> b) {
        return a.getClassLoader() == b.getClassLoader() && a.getPackageName().equals(b.getPackageName());
    }

    /** Whether a class may use a member of another; the receiver matters for protected members. */
    public static boolean isAllowed(Class<?> caller, Class<?> declaring, Object receiver, int modifiers) {
        if (caller == null || caller == declaring) {
            return true;
        }
        boolean publicClass = Modifier.isPublic(declaring.getModifiers());
        if (publicClass && Modifier.isPublic(modifiers)) {
            return true;
        }
        if (caller.isNestmateOf(declaring)) {
            return true;
        }
        if (Modifier.isPrivate(modifiers)) {
            return false;
        }
        if (samePackage(caller, declaring)) {
            return true;
        }
        if (!publicClass && !Modifier.isProtected(declaring.getModifiers())) {
            return false;
        }
        if (Modifier.isPublic(modifiers)) {
            return publicClass;
        }
        return Modifier.isProtected(modifiers) && declaring.isAssignableFrom(caller)
                && (receiver == null || caller.isInstance(receiver));
    }

    public static void check(Class<?> caller, Class<?> declaring, Object receiver, int modifiers)
            throws IllegalAccessException {
        if (isAllowed(caller, declaring, receiver, modifiers)) {
            return;
        }
        StringBuilder sb = new StringBuilder().append(caller).append(" cannot access a member of ").append(declaring);
        if (declaring.getClassLoader() == null) {
            sb.append(" (in module java.base)");
        }
        throw new IllegalAccessException(sb.append(" with modifiers \"").append(Modifier.toString(modifiers)).append('"')
                .toString());
    }

    /** Whether reflection may do as it likes with a member: not with the library's private parts. */
    public static boolean isOpen(Class<?> caller, Class<?> declaring, int modifiers) {
        return declaring.getClassLoader() != null || caller == null || caller.getClassLoader() == null
                || declaring.getPackageName().startsWith("java.") && Modifier.isPublic(declaring.getModifiers())
                        && Modifier.isPublic(modifiers);
    }

    /** Throws when a member cannot be made accessible; what names it as the message does. */
    public static void checkOpen(Class<?> caller, Class<?> declaring, int modifiers, Object member, String kind) {
        if (!isOpen(caller, declaring, modifiers)) {
            String p = declaring.getPackageName();
            boolean exported = p.startsWith("java.") && Modifier.isPublic(declaring.getModifiers())
                    && Modifier.isPublic(modifiers);
            throw new InaccessibleObjectException("Unable to make " + kind + member
                    + " accessible: module java.base does not \"" + (exported ? "exports " : "opens ") + p + "\" to "
                    + caller.getModule());
        }
    }
}
