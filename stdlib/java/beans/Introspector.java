package java.beans;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** Finds out what properties, events and methods a class has, by the names of its methods. */
public class Introspector {
    public static final int USE_ALL_BEANINFO = 1;
    public static final int IGNORE_IMMEDIATE_BEANINFO = 2;
    public static final int IGNORE_ALL_BEANINFO = 3;

    private static final Map<Class<?>, BeanInfo> KNOWN = new WeakHashMap<>();
    private static String[] searchPath = {"sun.beans.infos"};

    private Introspector() {
    }

    public static BeanInfo getBeanInfo(Class<?> beanClass) throws IntrospectionException {
        synchronized (KNOWN) {
            BeanInfo known = KNOWN.get(beanClass);
            if (known != null) {
                return known;
            }
        }
        BeanInfo made = find(beanClass, null, USE_ALL_BEANINFO);
        synchronized (KNOWN) {
            KNOWN.put(beanClass, made);
        }
        return made;
    }

    public static BeanInfo getBeanInfo(Class<?> beanClass, int flags) throws IntrospectionException {
        return getBeanInfo(beanClass, null, flags);
    }

    public static BeanInfo getBeanInfo(Class<?> beanClass, Class<?> stopClass) throws IntrospectionException {
        return getBeanInfo(beanClass, stopClass, USE_ALL_BEANINFO);
    }

    public static BeanInfo getBeanInfo(Class<?> beanClass, Class<?> stopClass, int flags) throws IntrospectionException {
        if (stopClass == null && flags == USE_ALL_BEANINFO) {
            return getBeanInfo(beanClass);
        }
        return find(beanClass, stopClass, flags);
    }

    private static BeanInfo find(Class<?> bean, Class<?> stop, int flags) throws IntrospectionException {
        if (stop != null) {
            boolean above = false;
            for (Class<?> c = bean.getSuperclass(); c != null; c = c.getSuperclass()) {
                above |= c == stop;
            }
            if (!above) {
                throw new IntrospectionException(stop.getName() + " not superclass of " + bean.getName());
            }
        }
        BeanInfo given = flags == USE_ALL_BEANINFO ? explicit(bean) : null;
        return new Found(bean, stop, given);
    }

    /** The class NAMEBeanInfo beside the bean, or in the search path. */
    private static BeanInfo explicit(Class<?> bean) {
        List<String> names = new ArrayList<>(List.of(bean.getName() + "BeanInfo"));
        String simple = bean.getName().substring(bean.getName().lastIndexOf('.') + 1) + "BeanInfo";
        for (String path : searchPath) {
            names.add(path + "." + simple);
        }
        for (String name : names) {
            try {
                Object o = Class.forName(name, true, bean.getClassLoader()).getDeclaredConstructor().newInstance();
                BeanInfo info = (BeanInfo) o;
                BeanDescriptor descriptor = info.getBeanDescriptor();
                if (descriptor == null || descriptor.getBeanClass() == bean) {
                    return info;
                }
            } catch (ReflectiveOperationException | ClassCastException e) {
                continue;
            }
        }
        return null;
    }

    public static String decapitalize(String name) {
        if (name == null || name.isEmpty()
                || name.length() > 1 && Character.isUpperCase(name.charAt(1)) && Character.isUpperCase(name.charAt(0))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public static String[] getBeanInfoSearchPath() {
        return searchPath.clone();
    }

    public static void setBeanInfoSearchPath(String[] path) {
        searchPath = path.clone();
    }

    public static void flushCaches() {
        synchronized (KNOWN) {
            KNOWN.clear();
        }
    }

    public static void flushFromCaches(Class<?> clz) {
        if (clz == null) {
            throw new NullPointerException();
        }
        synchronized (KNOWN) {
            KNOWN.remove(clz);
        }
    }

    private static final class Found extends SimpleBeanInfo {
        private final BeanDescriptor descriptor;
        private final PropertyDescriptor[] properties;
        private final EventSetDescriptor[] events;
        private final MethodDescriptor[] methods;
        private final BeanInfo given;

        Found(Class<?> bean, Class<?> stop, BeanInfo given) throws IntrospectionException {
            this.given = given;
            BeanDescriptor own = given == null ? null : given.getBeanDescriptor();
            descriptor = own == null ? new BeanDescriptor(bean) : own;
            List<Method> all = new ArrayList<>();
            if (Modifier.isPublic(bean.getModifiers()) || stop == null) {
                for (Method m : bean.getMethods()) {
                    Class<?> owner = m.getDeclaringClass();
                    boolean hidden = stop != null && (owner == stop || owner.isAssignableFrom(stop));
                    if (!hidden && !m.isBridge() && !m.isSynthetic()) {
                        all.add(m);
                    }
                }
            }
            all.sort((a, b) -> a.getName().equals(b.getName())
                    ? Arrays.toString(a.getParameterTypes()).compareTo(Arrays.toString(b.getParameterTypes()))
                    : a.getName().compareTo(b.getName()));
            PropertyDescriptor[] p = given == null ? null : given.getPropertyDescriptors();
            properties = p != null ? p : propertiesOf(all);
            EventSetDescriptor[] e = given == null ? null : given.getEventSetDescriptors();
            events = e != null ? e : eventsOf(all);
            MethodDescriptor[] m = given == null ? null : given.getMethodDescriptors();
            if (m == null) {
                m = new MethodDescriptor[all.size()];
                for (int i = 0; i < m.length; i++) {
                    m[i] = new MethodDescriptor(all.get(i));
                }
            }
            methods = m;
        }

        @Override
        public BeanDescriptor getBeanDescriptor() {
            return descriptor;
        }

        @Override
        public PropertyDescriptor[] getPropertyDescriptors() {
            return properties;
        }

        @Override
        public EventSetDescriptor[] getEventSetDescriptors() {
            return events;
        }

        @Override
        public MethodDescriptor[] getMethodDescriptors() {
            return methods;
        }

        @Override
        public int getDefaultPropertyIndex() {
            return given == null ? -1 : given.getDefaultPropertyIndex();
        }

        @Override
        public int getDefaultEventIndex() {
            return given == null ? -1 : given.getDefaultEventIndex();
        }
    }

    /** The methods of one property. */
    private static final class Parts {
        Method is;
        Method get;
        final List<Method> setters = new ArrayList<>();
        Method indexedGet;
        final List<Method> indexedSetters = new ArrayList<>();

        private Method setter(List<Method> from, Class<?> type, int parameter) {
            Method found = null;
            for (Method m : from) {
                Class<?> own = m.getParameterTypes()[parameter];
                if (type == null || own == type) {
                    return m;
                }
                // One that takes less than what is read will do.
                found = type.isAssignableFrom(own) ? m : found;
            }
            return found;
        }

        PropertyDescriptor property(String name) throws IntrospectionException {
            Method reader = is != null && (get == null || get.getReturnType() == boolean.class) ? is : get;
            Method writer = setter(setters, reader == null ? null : reader.getReturnType(), 0);
            Method indexedWriter = setter(indexedSetters, indexedGet == null ? null : indexedGet.getReturnType(), 1);
            if (indexedGet != null || indexedWriter != null) {
                Class<?> element = indexedGet != null ? indexedGet.getReturnType() : indexedWriter.getParameterTypes()[1];
                Class<?> array = element.arrayType();
                boolean fits = reader == null || reader.getReturnType() == array;
                if (fits) {
                    return new IndexedPropertyDescriptor(name, reader, setter(setters, array, 0), indexedGet, indexedWriter);
                }
            }
            return reader == null && writer == null ? null : new PropertyDescriptor(name, reader, writer);
        }
    }

    private static PropertyDescriptor[] propertiesOf(List<Method> methods) throws IntrospectionException {
        TreeMap<String, Parts> parts = new TreeMap<>();
        for (Method m : methods) {
            String name = m.getName();
            Class<?>[] types = m.getParameterTypes();
            Class<?> result = m.getReturnType();
            if (Modifier.isStatic(m.getModifiers()) || name.length() <= 3 && !name.startsWith("is") || name.length() <= 2) {
                continue;
            }
            if (name.startsWith("get") && result != void.class) {
                Parts p = parts.computeIfAbsent(decapitalize(name.substring(3)), k -> new Parts());
                if (types.length == 0) {
                    p.get = p.get != null && result.isAssignableFrom(p.get.getReturnType()) ? p.get : m;
                } else if (types.length == 1 && types[0] == int.class) {
                    p.indexedGet = m;
                }
            } else if (name.startsWith("is") && types.length == 0 && result == boolean.class) {
                parts.computeIfAbsent(decapitalize(name.substring(2)), k -> new Parts()).is = m;
            } else if (name.startsWith("set") && result == void.class) {
                Parts p = parts.computeIfAbsent(decapitalize(name.substring(3)), k -> new Parts());
                if (types.length == 1) {
                    p.setters.add(m);
                } else if (types.length == 2 && types[0] == int.class) {
                    p.indexedSetters.add(m);
                }
            }
        }
        List<PropertyDescriptor> found = new ArrayList<>();
        for (Map.Entry<String, Parts> e : parts.entrySet()) {
            PropertyDescriptor p = e.getValue().property(e.getKey());
            if (p != null) {
                Method writer = p.getWriteMethod();
                p.setConstrained(writer != null && Arrays.asList(writer.getExceptionTypes()).contains(PropertyVetoException.class));
                p.setBound(methods.stream().anyMatch(m -> m.getName().equals("addPropertyChangeListener")));
                found.add(p);
            }
        }
        return found.toArray(new PropertyDescriptor[0]);
    }

    private static EventSetDescriptor[] eventsOf(List<Method> methods) throws IntrospectionException {
        TreeMap<String, EventSetDescriptor> found = new TreeMap<>();
        for (Method add : methods) {
            String name = add.getName();
            if (!name.startsWith("add") || !name.endsWith("Listener") || add.getParameterCount() != 1
                    || !EventListener.class.isAssignableFrom(add.getParameterTypes()[0])) {
                continue;
            }
            Class<?> type = add.getParameterTypes()[0];
            String base = name.substring(3);
            Method remove = null;
            Method get = null;
            for (Method m : methods) {
                if (m.getName().equals("remove" + base) && Arrays.equals(m.getParameterTypes(), add.getParameterTypes())) {
                    remove = m;
                } else if (m.getName().equals("get" + base + "s") && m.getParameterCount() == 0) {
                    get = m;
                }
            }
            if (remove == null || !type.getName().endsWith(base)) {
                continue;
            }
            String event = decapitalize(base.substring(0, base.length() - "Listener".length()));
            EventSetDescriptor set = new EventSetDescriptor(event, type, type.getMethods(), add, remove, get);
            set.setUnicast(Arrays.asList(add.getExceptionTypes()).contains(java.util.TooManyListenersException.class));
            found.put(event, set);
        }
        return found.values().toArray(new EventSetDescriptor[0]);
    }
}
