package javax.script;

public interface Invocable {
    <T> T getInterface(Class<T> value);

    <T> T getInterface(Object target, Class<T> type);

    Object invokeFunction(String string, Object... objects) throws ScriptException, NoSuchMethodException;

    Object invokeMethod(Object value, String string, Object... objects) throws ScriptException, NoSuchMethodException;
}
