package java.util.concurrent.atomic;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import rvm.internal.Access;
import rvm.internal.Atomics;

/** What the field updaters require of a field and of the objects they work on. */
final class FieldCheck {

    private FieldCheck() {
    }

    /** The offset of a volatile instance field of exactly that type which the caller may use. */
    static long find(Class<?> declaring, String name, Class<?> type, Class<?> caller) {
        Field field;
        try {
            field = declaring.getDeclaredField(name);
            if (!Access.isAllowed(caller, declaring, null, field.getModifiers())) {
                String module = declaring.getModule().isNamed() ? " (in " + declaring.getModule() + ")" : "";
                throw new IllegalAccessException("class " + caller.getName() + " cannot access a member of class "
                    + declaring.getName() + module + " with modifiers \""
                    + Modifier.toString(field.getModifiers()) + "\"");
            }
        } catch (ReflectiveOperationException e) {
            throw new RuntimeException(e);
        }
        if (field.getType() != type) {
            if (!type.isPrimitive()) {
                throw new ClassCastException();
            }
            throw new IllegalArgumentException("Must be " + (type == int.class ? "integer" : "long") + " type");
        }
        if (!Modifier.isVolatile(field.getModifiers())) {
            throw new IllegalArgumentException("Must be volatile type");
        }
        if (Modifier.isStatic(field.getModifiers())) {
            throw new IllegalArgumentException();
        }
        return Atomics.fieldOffset(declaring, name);
    }

    static Object receiver(Class<?> type, Object obj) {
        if (!type.isInstance(obj)) {
            throw new ClassCastException();
        }
        return obj;
    }
}
