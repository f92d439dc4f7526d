package javax.script;

import java.io.Reader;

public interface ScriptEngine {
    String ARGV = "javax.script.argv";

    String FILENAME = "javax.script.filename";

    String ENGINE = "javax.script.engine";

    String ENGINE_VERSION = "javax.script.engine_version";

    String NAME = "javax.script.name";

    String LANGUAGE = "javax.script.language";

    String LANGUAGE_VERSION = "javax.script.language_version";

    Bindings createBindings();

    Object eval(Reader reader) throws ScriptException;

    Object eval(Reader reader, Bindings bindings) throws ScriptException;

    Object eval(Reader reader, ScriptContext scriptContext) throws ScriptException;

    Object eval(String string) throws ScriptException;

    Object eval(String string, Bindings bindings) throws ScriptException;

    Object eval(String string, ScriptContext scriptContext) throws ScriptException;

    Object get(String string);

    Bindings getBindings(int value);

    ScriptContext getContext();

    ScriptEngineFactory getFactory();

    void put(String string, Object value);

    void setBindings(Bindings bindings, int value);

    void setContext(ScriptContext scriptContext);
}
