package javax.script;

/** A script that an engine has prepared. */
public abstract class CompiledScript {

    public CompiledScript() {
    }

    public abstract Object eval(ScriptContext context) throws ScriptException;

    public Object eval(Bindings bindings) throws ScriptException {
        ScriptContext own = getEngine().getContext();
        ScriptContext context = own;
        if (bindings != null) {
            SimpleScriptContext other = new SimpleScriptContext();
            other.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
            other.setBindings(own.getBindings(ScriptContext.GLOBAL_SCOPE), ScriptContext.GLOBAL_SCOPE);
            other.setWriter(own.getWriter());
            other.setReader(own.getReader());
            other.setErrorWriter(own.getErrorWriter());
            context = other;
        }
        return eval(context);
    }

    public Object eval() throws ScriptException {
        return eval(getEngine().getContext());
    }

    public abstract ScriptEngine getEngine();
}
