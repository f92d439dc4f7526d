package javax.script;

import java.io.Reader;
import java.util.Objects;

/** An engine whose ways to evaluate all lead to those with a context. */
public abstract class AbstractScriptEngine implements ScriptEngine {
    protected ScriptContext context;

    public AbstractScriptEngine() {
        context = new SimpleScriptContext();
    }

    public AbstractScriptEngine(Bindings n) {
        this();
        context.setBindings(Objects.requireNonNull(n, "n is null"), ScriptContext.ENGINE_SCOPE);
    }

    @Override
    public void setContext(ScriptContext ctxt) {
        context = Objects.requireNonNull(ctxt, "null context");
    }

    @Override
    public ScriptContext getContext() {
        return context;
    }

    private static void check(int scope) {
        if (scope != ScriptContext.ENGINE_SCOPE && scope != ScriptContext.GLOBAL_SCOPE) {
            throw new IllegalArgumentException("Invalid scope value.");
        }
    }

    @Override
    public Bindings getBindings(int scope) {
        check(scope);
        return context.getBindings(scope);
    }

    @Override
    public void setBindings(Bindings bindings, int scope) {
        check(scope);
        context.setBindings(bindings, scope);
    }

    @Override
    public void put(String key, Object value) {
        Bindings own = getBindings(ScriptContext.ENGINE_SCOPE);
        if (own != null) {
            own.put(key, value);
        }
    }

    @Override
    public Object get(String key) {
        Bindings own = getBindings(ScriptContext.ENGINE_SCOPE);
        return own == null ? null : own.get(key);
    }

    @Override
    public Object eval(Reader reader, Bindings bindings) throws ScriptException {
        return eval(reader, getScriptContext(bindings));
    }

    @Override
    public Object eval(String script, Bindings bindings) throws ScriptException {
        return eval(script, getScriptContext(bindings));
    }

    @Override
    public Object eval(Reader reader) throws ScriptException {
        return eval(reader, context);
    }

    @Override
    public Object eval(String script) throws ScriptException {
        return eval(script, context);
    }

    /** This engine's context with other bindings. */
    protected ScriptContext getScriptContext(Bindings nn) {
        if (nn == null) {
            throw new NullPointerException("Engine scope Bindings may not be null.");
        }
        SimpleScriptContext other = new SimpleScriptContext();
        Bindings global = getBindings(ScriptContext.GLOBAL_SCOPE);
        if (global != null) {
            other.setBindings(global, ScriptContext.GLOBAL_SCOPE);
        }
        other.setBindings(nn, ScriptContext.ENGINE_SCOPE);
        other.setReader(context.getReader());
        other.setWriter(context.getWriter());
        other.setErrorWriter(context.getErrorWriter());
        return other;
    }
}
