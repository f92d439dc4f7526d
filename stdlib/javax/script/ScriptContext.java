package javax.script;

import java.io.Reader;
import java.io.Writer;
import java.util.List;

public interface ScriptContext {
    int ENGINE_SCOPE = 100;

    int GLOBAL_SCOPE = 200;

    Object getAttribute(String string);

    Object getAttribute(String string, int value);

    int getAttributesScope(String string);

    Bindings getBindings(int value);

    Writer getErrorWriter();

    Reader getReader();

    List<Integer> getScopes();

    Writer getWriter();

    Object removeAttribute(String string, int value);

    void setAttribute(String name, Object value, int scope);

    void setBindings(Bindings bindings, int value);

    void setErrorWriter(Writer writer);

    void setReader(Reader reader);

    void setWriter(Writer writer);
}
