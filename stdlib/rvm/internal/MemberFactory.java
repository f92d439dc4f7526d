package rvm.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** Makes the objects of java.lang.reflect, whose constructors are not public; that package sets the one instance. */
public abstract class MemberFactory {
    private static MemberFactory instance;

    protected MemberFactory() {
        instance = this;
    }

    static MemberFactory get() {
        if (instance == null) {
            try {
                Class.forName("java.lang.reflect.Factory", true, null);
            } catch (ClassNotFoundException e) {
                throw new InternalError(e);
            }
        }
        return instance;
    }

    public abstract Field field(Class<?> c, int i);

    public abstract Method method(Class<?> c, int i);

    public abstract Constructor<?> constructor(Class<?> c, int i);

    public abstract RecordComponent component(Class<?> c, int i);

    // Fresh objects for callers, who may make them accessible.
    public abstract Field copy(Field f);

    public abstract Method copy(Method m);

    public abstract Constructor<?> copy(Constructor<?> c);

    public abstract String descriptor(Method m);

    public abstract String descriptor(Constructor<?> c);
}
