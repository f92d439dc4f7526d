package java.beans;

import java.lang.reflect.Method;

/** A kind of events that a bean tells of. */
public class EventSetDescriptor extends FeatureDescriptor {
    private final Class<?> listenerType;
    private final MethodDescriptor[] methods;
    private final Method adder;
    private final Method remover;
    private final Method getter;
    private boolean unicast;
    private boolean inDefault = true;

    public EventSetDescriptor(Class<?> sourceClass, String eventSetName, Class<?> listenerType, String listenerMethodName)
            throws IntrospectionException {
        this(sourceClass, eventSetName, listenerType, new String[] {listenerMethodName}, "add" + simple(listenerType),
                "remove" + simple(listenerType), "get" + simple(listenerType) + "s");
    }

    public EventSetDescriptor(Class<?> sourceClass, String eventSetName, Class<?> listenerType, String[] listenerMethodNames,
            String addListenerMethodName, String removeListenerMethodName) throws IntrospectionException {
        this(sourceClass, eventSetName, listenerType, listenerMethodNames, addListenerMethodName, removeListenerMethodName, null);
    }

    public EventSetDescriptor(Class<?> sourceClass, String eventSetName, Class<?> listenerType, String[] listenerMethodNames,
            String addListenerMethodName, String removeListenerMethodName, String getListenerMethodName) throws IntrospectionException {
        this(eventSetName, listenerType, found(listenerType, listenerMethodNames), needed(sourceClass, addListenerMethodName),
                needed(sourceClass, removeListenerMethodName),
                getListenerMethodName == null ? null : PropertyDescriptor.method(sourceClass, getListenerMethodName, 0));
    }

    public EventSetDescriptor(String eventSetName, Class<?> listenerType, Method[] listenerMethods, Method addListenerMethod,
            Method removeListenerMethod) throws IntrospectionException {
        this(eventSetName, listenerType, listenerMethods, addListenerMethod, removeListenerMethod, null);
    }

    public EventSetDescriptor(String eventSetName, Class<?> listenerType, Method[] listenerMethods, Method addListenerMethod,
            Method removeListenerMethod, Method getListenerMethod) throws IntrospectionException {
        this(eventSetName, listenerType, described(listenerMethods), addListenerMethod, removeListenerMethod, getListenerMethod);
    }

    public EventSetDescriptor(String eventSetName, Class<?> listenerType, MethodDescriptor[] listenerMethodDescriptors,
            Method addListenerMethod, Method removeListenerMethod) throws IntrospectionException {
        this(eventSetName, listenerType, listenerMethodDescriptors, addListenerMethod, removeListenerMethod, null);
    }

    private EventSetDescriptor(String name, Class<?> listenerType, MethodDescriptor[] methods, Method adder, Method remover, Method getter) {
        setName(name);
        this.listenerType = listenerType;
        this.methods = methods == null ? null : methods.clone();
        this.adder = adder;
        this.remover = remover;
        this.getter = getter;
    }

    private static String simple(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Method needed(Class<?> bean, String name) throws IntrospectionException {
        Method m = name == null ? null : PropertyDescriptor.method(bean, name, 1);
        if (m == null && name != null) {
            throw new IntrospectionException("Method not found: " + name);
        }
        return m;
    }

    private static Method[] found(Class<?> type, String[] names) throws IntrospectionException {
        Method[] methods = new Method[names.length];
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null) {
                throw new NullPointerException();
            }
            methods[i] = needed(type, names[i]);
        }
        return methods;
    }

    private static MethodDescriptor[] described(Method[] methods) {
        if (methods == null) {
            return null;
        }
        MethodDescriptor[] all = new MethodDescriptor[methods.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new MethodDescriptor(methods[i]);
        }
        return all;
    }

    public Class<?> getListenerType() {
        return listenerType;
    }

    public synchronized Method[] getListenerMethods() {
        if (methods == null) {
            return null;
        }
        Method[] all = new Method[methods.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = methods[i].getMethod();
        }
        return all;
    }

    public synchronized MethodDescriptor[] getListenerMethodDescriptors() {
        return methods == null ? null : methods.clone();
    }

    public synchronized Method getAddListenerMethod() {
        return adder;
    }

    public synchronized Method getRemoveListenerMethod() {
        return remover;
    }

    public synchronized Method getGetListenerMethod() {
        return getter;
    }

    public void setUnicast(boolean unicast) {
        this.unicast = unicast;
    }

    public boolean isUnicast() {
        return unicast;
    }

    public void setInDefaultEventSet(boolean inDefaultEventSet) {
        inDefault = inDefaultEventSet;
    }

    public boolean isInDefaultEventSet() {
        return inDefault;
    }

    @Override
    void describe(StringBuilder sb) {
        add(sb, "unicast", unicast);
        add(sb, "inDefaultEventSet", inDefault);
        add(sb, "listenerType", listenerType);
        add(sb, "getListenerMethod", getter);
        add(sb, "addListenerMethod", adder);
        add(sb, "removeListenerMethod", remover);
    }
}
