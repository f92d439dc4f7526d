package javax.script;

import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** Bindings of an engine, those of all engines behind them, and where a script reads and writes. */
public class SimpleScriptContext implements ScriptContext {
    private static final List<Integer> SCOPES = List.of(ENGINE_SCOPE, GLOBAL_SCOPE);

    protected Writer writer;
    protected Writer errorWriter;
    protected Reader reader;
    protected Bindings engineScope;
    protected Bindings globalScope;

    public SimpleScriptContext() {
        this.engineScope = new SimpleBindings();
        this.reader = new InputStreamReader(System.in);
        this.writer = new PrintWriter(System.out, true);
        this.errorWriter = new PrintWriter(System.err, true);
    }

    private static void check(String name) {
        Objects.requireNonNull(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name cannot be empty");
        }
    }

    private static IllegalArgumentException illegal() {
        return new IllegalArgumentException("Illegal scope value.");
    }

    @Override
    public void setBindings(Bindings bindings, int scope) {
        switch (scope) {
            case ENGINE_SCOPE:
                if (bindings == null) {
                    throw new NullPointerException("Engine scope cannot be null.");
                }
                engineScope = bindings;
                break;
            case GLOBAL_SCOPE:
                globalScope = bindings;
                break;
            default:
                throw new IllegalArgumentException("Invalid scope value.");
        }
    }

    @Override
    public Bindings getBindings(int scope) {
        switch (scope) {
            case ENGINE_SCOPE:
                return engineScope;
            case GLOBAL_SCOPE:
                return globalScope;
            default:
                throw illegal();
        }
    }

    @Override
    public Object getAttribute(String name) {
        check(name);
        if (engineScope.containsKey(name)) {
            return getAttribute(name, ENGINE_SCOPE);
        }
        return globalScope != null && globalScope.containsKey(name) ? getAttribute(name, GLOBAL_SCOPE) : null;
    }

    @Override
    public Object getAttribute(String name, int scope) {
        check(name);
        Bindings b = getBindings(scope);
        return b == null ? null : b.get(name);
    }

    @Override
    public Object removeAttribute(String name, int scope) {
        check(name);
        Bindings b = getBindings(scope);
        return b == null ? null : b.remove(name);
    }

    @Override
    public void setAttribute(String name, Object value, int scope) {
        check(name);
        Bindings b = getBindings(scope);
        if (b != null) {
            b.put(name, value);
        }
    }

    @Override
    public int getAttributesScope(String name) {
        check(name);
        if (engineScope.containsKey(name)) {
            return ENGINE_SCOPE;
        }
        return globalScope != null && globalScope.containsKey(name) ? GLOBAL_SCOPE : -1;
    }

    @Override
    public Writer getWriter() {
        return writer;
    }

    @Override
    public Writer getErrorWriter() {
        return errorWriter;
    }

    @Override
    public void setWriter(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void setErrorWriter(Writer writer) {
        this.errorWriter = writer;
    }

    @Override
    public Reader getReader() {
        return reader;
    }

    @Override
    public void setReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Integer> getScopes() {
        return SCOPES;
    }
}
