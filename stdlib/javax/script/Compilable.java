package javax.script;

import java.io.Reader;

public interface Compilable {
    CompiledScript compile(Reader reader) throws ScriptException;

    CompiledScript compile(String string) throws ScriptException;
}
