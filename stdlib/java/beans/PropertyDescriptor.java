package java.beans;

import java.lang.reflect.Method;
import java.util.Objects;

/** A property: a pair of methods that read and write it. */
public class PropertyDescriptor extends FeatureDescriptor {
    private Method reader;
    private Method writer;
    private Class<?> type;
    private boolean bound;
    private boolean constrained;
    private Class<?> editor;

    public PropertyDescriptor(String propertyName, Class<?> beanClass) throws IntrospectionException {
        this(propertyName, beanClass, "is" + upper(propertyName), "set" + upper(propertyName));
    }

    public PropertyDescriptor(String propertyName, Class<?> beanClass, String readMethodName, String writeMethodName)
            throws IntrospectionException {
        if (beanClass == null) {
            throw new IntrospectionException("Target Bean class is null");
        }
        named(propertyName);
        if ("".equals(readMethodName) || "".equals(writeMethodName)) {
            throw new IntrospectionException("read or write method name should not be the empty string");
        }
        if (readMethodName != null) {
            reader = method(beanClass, readMethodName, 0);
            if (reader == null && readMethodName.equals("is" + upper(propertyName))) {
                reader = method(beanClass, "get" + upper(propertyName), 0);
            }
            if (reader == null) {
                throw new IntrospectionException("Method not found: " + readMethodName);
            }
        }
        if (writeMethodName != null) {
            writer = setter(beanClass, writeMethodName, reader == null ? null : reader.getReturnType());
            if (writer == null) {
                throw new IntrospectionException("Method not found: " + writeMethodName);
            }
        }
        type = typeOf(reader, writer);
        bound = method(beanClass, "addPropertyChangeListener", 1) != null;
    }

    public PropertyDescriptor(String propertyName, Method readMethod, Method writeMethod) throws IntrospectionException {
        named(propertyName);
        reader = readMethod;
        writer = writeMethod;
        type = typeOf(readMethod, writeMethod);
    }

    private void named(String propertyName) throws IntrospectionException {
        if (propertyName == null || propertyName.isEmpty()) {
            throw new IntrospectionException("bad property name");
        }
        setName(propertyName);
    }

    static String upper(String name) {
        return name == null || name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static Method method(Class<?> bean, String name, int parameters) {
        for (Method m : bean.getMethods()) {
            if (m.getName().equals(name) && m.getParameterCount() == parameters && !m.isBridge()) {
                return m;
            }
        }
        return null;
    }

    private static Method setter(Class<?> bean, String name, Class<?> type) {
        Method found = null;
        for (Method m : bean.getMethods()) {
            if (m.getName().equals(name) && m.getParameterCount() == 1 && !m.isBridge()
                    && (type == null || m.getParameterTypes()[0] == type)) {
                found = m;
            }
        }
        return found;
    }

    private static Class<?> typeOf(Method reader, Method writer) throws IntrospectionException {
        Class<?> type = null;
        if (reader != null) {
            if (reader.getParameterCount() != 0) {
                throw new IntrospectionException("bad read method arg count: " + reader);
            }
            type = reader.getReturnType();
            if (type == void.class) {
                throw new IntrospectionException("read method " + reader.getName() + " returns void");
            }
        }
        if (writer != null) {
            if (writer.getParameterCount() != 1) {
                throw new IntrospectionException("bad write method arg count: " + writer);
            }
            Class<?> other = writer.getParameterTypes()[0];
            if (type != null && !other.isAssignableFrom(type) && !type.isAssignableFrom(other)) {
                throw new IntrospectionException("type mismatch between read and write methods");
            }
            type = type == null ? other : type;
        }
        return type;
    }

    public synchronized Class<?> getPropertyType() {
        return type;
    }

    public synchronized Method getReadMethod() {
        return reader;
    }

    public synchronized void setReadMethod(Method readMethod) throws IntrospectionException {
        type = typeOf(readMethod, writer);
        reader = readMethod;
    }

    public synchronized Method getWriteMethod() {
        return writer;
    }

    public synchronized void setWriteMethod(Method writeMethod) throws IntrospectionException {
        type = typeOf(reader, writeMethod);
        writer = writeMethod;
    }

    public boolean isBound() {
        return bound;
    }

    public void setBound(boolean bound) {
        this.bound = bound;
    }

    public boolean isConstrained() {
        return constrained;
    }

    public void setConstrained(boolean constrained) {
        this.constrained = constrained;
    }

    public void setPropertyEditorClass(Class<?> propertyEditorClass) {
        editor = propertyEditorClass;
    }

    public Class<?> getPropertyEditorClass() {
        return editor;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (!(obj instanceof PropertyDescriptor)) {
            return false;
        }
        PropertyDescriptor other = (PropertyDescriptor) obj;
        return Objects.equals(reader, other.reader) && Objects.equals(writer, other.writer) && type == other.type
                && editor == other.editor && bound == other.bound && constrained == other.constrained;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, reader, writer, editor, getName(), bound, constrained);
    }

    @Override
    void describe(StringBuilder sb) {
        add(sb, "bound", bound);
        add(sb, "constrained", constrained);
        add(sb, "propertyEditorClass", editor);
        add(sb, "propertyType", type);
        add(sb, "readMethod", reader);
        add(sb, "writeMethod", writer);
    }
}
