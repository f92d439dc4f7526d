package rvm.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The members of a class, for reflection. */
public final class Members {
    private static final ConcurrentHashMap<Class<?>, Members> CACHE = new ConcurrentHashMap<Class<?>, Members>();

    private final Class<?> owner;
    private Field[] fields;
    private Method[] methods;
    private Constructor<?>[] constructors;
    private Method[] publicMethods;

    private Members(Class<?> owner) {
        this.owner = owner;
    }

    public static Members of(Class<?> c) {
        Members m = CACHE.get(c);
        if (m == null) {
            m = new Members(c);
            Members other = CACHE.putIfAbsent(c, m);
            if (other != null) {
                m = other;
            }
        }
        return m;
    }

    private boolean hasNone() {
        return owner.isArray() || owner.isPrimitive();
    }

    private Field[] fields() {
        Field[] list = fields;
        if (list == null) {
            MemberFactory factory = MemberFactory.get();
            list = new Field[hasNone() ? 0 : Reflection.count(owner, Reflection.FIELD)];
            for (int i = 0; i < list.length; i++) {
                list[i] = factory.field(owner, i);
            }
            fields = list;
        }
        return list;
    }

    private void loadMethods() {
        MemberFactory factory = MemberFactory.get();
        int n = hasNone() ? 0 : Reflection.count(owner, Reflection.METHOD);
        ArrayList<Method> some = new ArrayList<Method>();
        ArrayList<Constructor<?>> others = new ArrayList<Constructor<?>>();
        for (int i = 0; i < n; i++) {
            String name = Reflection.name(owner, Reflection.METHOD, i);
            if (name.equals("<init>")) {
                others.add(factory.constructor(owner, i));
            } else if (!name.equals("<clinit>")) {
                some.add(factory.method(owner, i));
            }
        }
        constructors = others.toArray(new Constructor<?>[0]);
        methods = some.toArray(new Method[0]);
    }

    private Method[] methods() {
        if (methods == null) {
            loadMethods();
        }
        return methods;
    }

    private Constructor<?>[] allConstructors() {
        if (methods == null) {
            loadMethods();
        }
        return constructors;
    }

    public Field[] declaredFields() {
        Field[] list = fields().clone();
        for (int i = 0; i < list.length; i++) {
            list[i] = MemberFactory.get().copy(list[i]);
        }
        return list;
    }

    private Field find(String name, boolean publicOnly) {
        for (Field f : fields()) {
            if (f.getName().equals(name) && (!publicOnly || Modifier.isPublic(f.getModifiers()))) {
                return f;
            }
        }
        return null;
    }

    public Field declaredField(String name) throws NoSuchFieldException {
        if (name == null) {
            throw new NullPointerException();
        }
        Field f = find(name, false);
        if (f == null) {
            throw new NoSuchFieldException(name);
        }
        return MemberFactory.get().copy(f);
    }

    public Field publicField(String name) throws NoSuchFieldException {
        if (name == null) {
            throw new NullPointerException();
        }
        Field f = searchPublic(name);
        if (f == null) {
            throw new NoSuchFieldException(name);
        }
        return MemberFactory.get().copy(f);
    }

    private Field searchPublic(String name) {
        Field f = find(name, true);
        if (f != null) {
            return f;
        }
        for (Class<?> i : owner.getInterfaces()) {
            f = of(i).searchPublic(name);
            if (f != null) {
                return f;
            }
        }
        Class<?> parent = owner.getSuperclass();
        return owner.isInterface() || parent == null ? null : of(parent).searchPublic(name);
    }

    public Field[] publicFields() {
        ArrayList<Field> list = new ArrayList<Field>();
        addPublicFields(list);
        Field[] r = new Field[list.size()];
        for (int i = 0; i < r.length; i++) {
            r[i] = MemberFactory.get().copy(list.get(i));
        }
        return r;
    }

    private void addPublicFields(List<Field> list) {
        for (Field f : fields()) {
            if (Modifier.isPublic(f.getModifiers()) && !list.contains(f)) {
                list.add(f);
            }
        }
        for (Class<?> i : owner.getInterfaces()) {
            of(i).addPublicFields(list);
        }
        Class<?> parent = owner.getSuperclass();
        if (!owner.isInterface() && parent != null) {
            of(parent).addPublicFields(list);
        }
    }

    public Method[] declaredMethods() {
        return copies(methods());
    }

    private static Method[] copies(Method[] list) {
        Method[] r = new Method[list.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = MemberFactory.get().copy(list[i]);
        }
        return r;
    }

    public Method methodByDescriptor(String name, String descriptor) {
        MemberFactory factory = MemberFactory.get();
        for (Method m : methods()) {
            if (m.getName().equals(name) && factory.descriptor(m).equals(descriptor)) {
                return factory.copy(m);
            }
        }
        throw new InternalError("Enclosing method not found");
    }

    public Constructor<?> constructorByDescriptor(String descriptor) {
        MemberFactory factory = MemberFactory.get();
        for (Constructor<?> c : allConstructors()) {
            if (factory.descriptor(c).equals(descriptor)) {
                return factory.copy(c);
            }
        }
        throw new InternalError("Enclosing constructor not found");
    }

    private static boolean sameTypes(Class<?>[] own, Class<?>[] wanted) {
        return wanted == null ? own.length == 0 : Arrays.equals(own, wanted);
    }

    private NoSuchMethodException noMethod(String name, Class<?>[] types) {
        StringBuilder sb = new StringBuilder(owner.getName()).append('.').append(name).append('(');
        for (int i = 0; types != null && i < types.length; i++) {
            sb.append(i == 0 ? "" : ",").append(types[i] == null ? "null" : types[i].getName());
        }
        return new NoSuchMethodException(sb.append(')').toString());
    }

    /** Of methods that differ in their results alone the one with the most special result. */
    private static Method best(Method[] list, String name, Class<?>[] types) {
        Method best = null;
        for (Method m : list) {
            if (m.getName().equals(name) && sameTypes(m.getParameterTypes(), types)
                    && (best == null || best.getReturnType() != m.getReturnType()
                            && best.getReturnType().isAssignableFrom(m.getReturnType()))) {
                best = m;
            }
        }
        return best;
    }

    public Method declaredMethod(String name, Class<?>[] types) throws NoSuchMethodException {
        if (name == null) {
            throw new NullPointerException();
        }
        Method m = best(methods(), name, types);
        if (m == null) {
            throw noMethod(name, types);
        }
        return MemberFactory.get().copy(m);
    }

    public Method publicMethod(String name, Class<?>[] types) throws NoSuchMethodException {
        if (name == null) {
            throw new NullPointerException();
        }
        Method m = best(allPublic(), name, types);
        if (m == null) {
            throw noMethod(name, types);
        }
        return MemberFactory.get().copy(m);
    }

    public Method[] publicMethods() {
        return copies(allPublic());
    }

    private Method[] allPublic() {
        Method[] list = publicMethods;
        if (list == null) {
            LinkedHashMap<String, List<Method>> map = new LinkedHashMap<String, List<Method>>();
            for (Method m : methods()) {
                if (Modifier.isPublic(m.getModifiers())) {
                    merge(map, m);
                }
            }
            Class<?> parent = owner.getSuperclass();
            if (!owner.isInterface() && parent != null) {
                for (Method m : of(parent).allPublic()) {
                    merge(map, m);
                }
            }
            for (Class<?> i : owner.getInterfaces()) {
                for (Method m : of(i).allPublic()) {
                    // Static methods of interfaces are not inherited.
                    if (!Modifier.isStatic(m.getModifiers()) || !m.getDeclaringClass().isInterface()) {
                        merge(map, m);
                    }
                }
            }
            ArrayList<Method> all = new ArrayList<Method>();
            for (Map.Entry<String, List<Method>> e : map.entrySet()) {
                all.addAll(e.getValue());
            }
            publicMethods = list = all.toArray(new Method[0]);
        }
        return list;
    }

    /** Adds a method unless one of the same signature overrides it; drops what it overrides. */
    private static void merge(Map<String, List<Method>> map, Method m) {
        String key = m.getName().concat(MemberFactory.get().descriptor(m));
        List<Method> same = map.get(key);
        if (same == null) {
            same = new ArrayList<Method>(1);
            same.add(m);
            map.put(key, same);
            return;
        }
        Class<?> c = m.getDeclaringClass();
        for (int i = 0; i < same.size(); i++) {
            Method other = same.get(i);
            Class<?> d = other.getDeclaringClass();
            if (d == c || c.isAssignableFrom(d) || !d.isInterface() && c.isInterface()
                    && (!Modifier.isAbstract(other.getModifiers()) || Modifier.isAbstract(m.getModifiers()))) {
                return;
            }
            if (d.isAssignableFrom(c)) {
                same.remove(i--);
            }
        }
        same.add(m);
    }

    public Constructor<?>[] constructors(boolean publicOnly) {
        ArrayList<Constructor<?>> list = new ArrayList<Constructor<?>>();
        for (Constructor<?> c : allConstructors()) {
            if (!publicOnly || Modifier.isPublic(c.getModifiers())) {
                list.add(MemberFactory.get().copy(c));
            }
        }
        return list.toArray(new Constructor<?>[0]);
    }

    public Constructor<?> constructor(Class<?>[] types, boolean publicOnly) throws NoSuchMethodException {
        for (Constructor<?> c : allConstructors()) {
            if ((!publicOnly || Modifier.isPublic(c.getModifiers())) && sameTypes(c.getParameterTypes(), types)) {
                return MemberFactory.get().copy(c);
            }
        }
        throw noMethod("<init>", types);
    }

    public RecordComponent[] components() {
        RecordComponent[] list = new RecordComponent[Reflection.count(owner, Reflection.COMPONENT)];
        for (int i = 0; i < list.length; i++) {
            list[i] = MemberFactory.get().component(owner, i);
        }
        return list;
    }

    public Class<?>[] publicClasses() {
        ArrayList<Class<?>> list = new ArrayList<Class<?>>();
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
            for (Class<?> member : c.getDeclaredClasses()) {
                if (Modifier.isPublic(member.getModifiers())) {
                    list.add(member);
                }
            }
        }
        return list.toArray(new Class<?>[0]);
    }

    /** What Class.newInstance does: the constructor's exceptions are thrown as they are. */
    @SuppressWarnings("unchecked")
    public <T> T newInstance(Class<T> c, Class<?> caller) throws InstantiationException, IllegalAccessException {
        Constructor<?> constructor;
        try {
            constructor = constructor(null, false);
        } catch (NoSuchMethodException e) {
            InstantiationException wrapped = new InstantiationException(c.getName());
            wrapped.initCause(e);
            throw wrapped;
        }
        Access.check(caller, c, null, constructor.getModifiers());
        constructor.setAccessible(true);
        try {
            return (T) constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw Members.<RuntimeException>sneak(e.getTargetException());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneak(Throwable t) throws E {
        throw (E) t;
    }
}
