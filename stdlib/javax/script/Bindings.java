package javax.script;

import java.util.Map;

public interface Bindings extends Map<String, Object> {
    @Override
    boolean containsKey(Object value);

    @Override
    Object get(Object value);

    Object put(String string, Object value);

    @Override
    void putAll(Map<? extends String, ?> map);

    @Override
    Object remove(Object value);
}
