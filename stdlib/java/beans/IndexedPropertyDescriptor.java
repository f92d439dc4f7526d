package java.beans;

import java.lang.reflect.Method;
import java.util.Objects;

/** A property with elements. */
public class IndexedPropertyDescriptor extends PropertyDescriptor {
    private Method indexedReader;
    private Method indexedWriter;
    private Class<?> element;

    public IndexedPropertyDescriptor(String propertyName, Class<?> beanClass) throws IntrospectionException {
        this(propertyName, beanClass, "get" + upper(propertyName), "set" + upper(propertyName), "get" + upper(propertyName),
                "set" + upper(propertyName));
    }

    public IndexedPropertyDescriptor(String propertyName, Class<?> beanClass, String readMethodName, String writeMethodName,
            String indexedReadMethodName, String indexedWriteMethodName) throws IntrospectionException {
        this(propertyName, optional(beanClass, readMethodName, 0), optional(beanClass, writeMethodName, 1),
                optional(beanClass, indexedReadMethodName, 1), optional(beanClass, indexedWriteMethodName, 2));
    }

    public IndexedPropertyDescriptor(String propertyName, Method readMethod, Method writeMethod, Method indexedReadMethod,
            Method indexedWriteMethod) throws IntrospectionException {
        super(propertyName, readMethod, writeMethod);
        element = elementOf(indexedReadMethod, indexedWriteMethod);
        indexedReader = indexedReadMethod;
        indexedWriter = indexedWriteMethod;
        Class<?> type = getPropertyType();
        if (type != null && (!type.isArray() || type.getComponentType() != element)) {
            throw new IntrospectionException("type mismatch between indexed and non-indexed methods: " + propertyName);
        }
    }

    private static Method optional(Class<?> bean, String name, int parameters) {
        return name == null ? null : method(bean, name, parameters);
    }

    private static Class<?> elementOf(Method reader, Method writer) throws IntrospectionException {
        Class<?> element = null;
        if (reader != null) {
            if (reader.getParameterCount() != 1 || reader.getParameterTypes()[0] != int.class) {
                throw new IntrospectionException("bad indexed read method arg count");
            }
            element = reader.getReturnType();
            if (element == void.class) {
                throw new IntrospectionException("indexed read method return type is void");
            }
        }
        if (writer != null) {
            Class<?>[] types = writer.getParameterTypes();
            if (types.length != 2 || types[0] != int.class) {
                throw new IntrospectionException("bad indexed write method arg count");
            }
            if (element != null && types[1] != element) {
                throw new IntrospectionException("type mismatch between indexed read and indexed write methods: " + writer.getName());
            }
            element = types[1];
        }
        if (element == null) {
            throw new IntrospectionException("no indexed getter or setter");
        }
        return element;
    }

    public synchronized Method getIndexedReadMethod() {
        return indexedReader;
    }

    public synchronized void setIndexedReadMethod(Method readMethod) throws IntrospectionException {
        element = elementOf(readMethod, indexedWriter);
        indexedReader = readMethod;
    }

    public synchronized Method getIndexedWriteMethod() {
        return indexedWriter;
    }

    public synchronized void setIndexedWriteMethod(Method writeMethod) throws IntrospectionException {
        element = elementOf(indexedReader, writeMethod);
        indexedWriter = writeMethod;
    }

    public synchronized Class<?> getIndexedPropertyType() {
        return element;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof IndexedPropertyDescriptor && super.equals(obj)
                && Objects.equals(indexedReader, ((IndexedPropertyDescriptor) obj).indexedReader)
                && Objects.equals(indexedWriter, ((IndexedPropertyDescriptor) obj).indexedWriter);
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 31 + Objects.hash(indexedReader, indexedWriter);
    }

    @Override
    void describe(StringBuilder sb) {
        super.describe(sb);
        add(sb, "indexedPropertyType", element);
        add(sb, "indexedReadMethod", indexedReader);
        add(sb, "indexedWriteMethod", indexedWriter);
    }
}
