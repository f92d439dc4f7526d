import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;

/** An engine of our own behind javax.script: it looks its words up. */
public class Scripting {
    static class Words extends AbstractScriptEngine implements Compilable {
        @Override
        public Object eval(String script, ScriptContext context) throws ScriptException {
            StringBuilder sb = new StringBuilder();
            for (String word : script.split(" ")) {
                Object value = context.getAttribute(word);
                if (value == null) {
                    throw new ScriptException("unknown " + word, "script", 1, script.indexOf(word));
                }
                sb.append(value).append(';');
            }
            try {
                context.getWriter().write(sb.toString());
            } catch (IOException e) {
                throw new ScriptException(e);
            }
            return sb.length();
        }

        @Override
        public Object eval(Reader reader, ScriptContext context) throws ScriptException {
            try {
                char[] all = new char[100];
                return eval(new String(all, 0, reader.read(all)), context);
            } catch (IOException e) {
                throw new ScriptException(e);
            }
        }

        @Override
        public Bindings createBindings() {
            return new SimpleBindings();
        }

        @Override
        public ScriptEngineFactory getFactory() {
            return new Factory();
        }

        @Override
        public CompiledScript compile(String script) {
            return new CompiledScript() {
                @Override
                public Object eval(ScriptContext context) throws ScriptException {
                    return Words.this.eval(script, context);
                }

                @Override
                public ScriptEngine getEngine() {
                    return Words.this;
                }
            };
        }

        @Override
        public CompiledScript compile(Reader script) {
            throw new UnsupportedOperationException();
        }
    }

    static class Factory implements ScriptEngineFactory {
        @Override
        public String getEngineName() {
            return "Words";
        }

        @Override
        public String getEngineVersion() {
            return "1";
        }

        @Override
        public List<String> getExtensions() {
            return List.of("words");
        }

        @Override
        public List<String> getMimeTypes() {
            return List.of("text/words");
        }

        @Override
        public List<String> getNames() {
            return List.of("words", "Words");
        }

        @Override
        public String getLanguageName() {
            return "words";
        }

        @Override
        public String getLanguageVersion() {
            return "0";
        }

        @Override
        public Object getParameter(String key) {
            return null;
        }

        @Override
        public String getMethodCallSyntax(String obj, String m, String... args) {
            return obj + "." + m;
        }

        @Override
        public String getOutputStatement(String toDisplay) {
            return toDisplay;
        }

        @Override
        public String getProgram(String... statements) {
            return String.join(" ", statements);
        }

        @Override
        public ScriptEngine getScriptEngine() {
            return new Words();
        }
    }

    public static void main(String[] args) throws Exception {
        ScriptEngineManager manager = new ScriptEngineManager();
        System.out.println(manager.getEngineFactories() + " " + manager.getEngineByName("javascript") + " "
                + manager.getEngineByExtension("js") + " " + manager.getEngineByMimeType("text/javascript"));
        manager.registerEngineName("w", new Factory());
        manager.registerEngineExtension("words", new Factory());
        manager.put("global", "from the manager");
        ScriptEngine engine = manager.getEngineByName("w");
        engine.put("own", 42);
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        System.out.println(engine.eval("own global") + " " + out);
        try {
            engine.eval("own nothing");
        } catch (ScriptException e) {
            System.out.println(e.getMessage() + " " + e.getLineNumber() + " " + e.getColumnNumber() + " " + e.getFileName());
        }
        Bindings other = engine.createBindings();
        other.put("own", "another");
        System.out.println(engine.eval(new StringReader("own"), other) + " " + out);
        CompiledScript compiled = ((Compilable) engine).compile("own own");
        System.out.println(compiled.eval() + " " + compiled.eval(other) + " " + out);
        System.out.println(engine.get("own") + " " + engine.get("global") + " " + engine.getBindings(ScriptContext.GLOBAL_SCOPE).keySet());
        try {
            engine.eval((String) "x", (Bindings) null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            engine.getBindings(5);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            engine.setContext(null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
