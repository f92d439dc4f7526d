package java.lang.reflect;

import rvm.internal.MemberFactory;

/** Makes members for the internals of reflection. */
final class Factory extends MemberFactory {
    static {
        new Factory();
    }

    private Factory() {
    }

    @Override
    public Field field(Class<?> c, int i) {
        return new Field(c, i);
    }

    @Override
    public Method method(Class<?> c, int i) {
        return new Method(c, i);
    }

    @Override
    public Constructor<?> constructor(Class<?> c, int i) {
        return new Constructor<Object>(c, i);
    }

    @Override
    public RecordComponent component(Class<?> c, int i) {
        return new RecordComponent(c, i);
    }

    @Override
    public Field copy(Field f) {
        return new Field(f);
    }

    @Override
    public Method copy(Method m) {
        return new Method(m);
    }

    @Override
    public Constructor<?> copy(Constructor<?> c) {
        return new Constructor<>(c);
    }

    @Override
    public String descriptor(Method m) {
        return m.descriptor;
    }

    @Override
    public String descriptor(Constructor<?> c) {
        return c.descriptor;
    }
}
