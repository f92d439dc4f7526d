package javax.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Finds engines by name, extension and type: those that were registered, then those that a loader offers. */
public class ScriptEngineManager {
    private final List<ScriptEngineFactory> factories = new ArrayList<>();
    private final Map<String, ScriptEngineFactory> names = new HashMap<>();
    private final Map<String, ScriptEngineFactory> extensions = new HashMap<>();
    private final Map<String, ScriptEngineFactory> types = new HashMap<>();
    private Bindings globalScope = new SimpleBindings();

    public ScriptEngineManager() {
        this(Thread.currentThread().getContextClassLoader());
    }

    public ScriptEngineManager(ClassLoader loader) {
        Iterator<ScriptEngineFactory> found;
        try {
            found = (loader == null ? ServiceLoader.loadInstalled(ScriptEngineFactory.class)
                    : ServiceLoader.load(ScriptEngineFactory.class, loader)).iterator();
        } catch (ServiceConfigurationError e) {
            System.err.println("Can't find ScriptEngineFactory providers: " + e.getMessage());
            return;
        }
        while (true) {
            // One that cannot be made is no reason to do without the others.
            try {
                if (!found.hasNext()) {
                    return;
                }
                factories.add(found.next());
            } catch (ServiceConfigurationError e) {
                System.err.println("ScriptEngineManager providers.next(): " + e.getMessage());
            }
        }
    }

    public void setBindings(Bindings bindings) {
        if (bindings == null) {
            throw new IllegalArgumentException("Global scope cannot be null.");
        }
        globalScope = bindings;
    }

    public Bindings getBindings() {
        return globalScope;
    }

    public void put(String key, Object value) {
        globalScope.put(key, value);
    }

    public Object get(String key) {
        return globalScope.get(key);
    }

    private ScriptEngine find(String wanted, Map<String, ScriptEngineFactory> registered,
            Function<ScriptEngineFactory, List<String>> offers) {
        Objects.requireNonNull(wanted);
        ScriptEngineFactory known = registered.get(wanted);
        if (known != null) {
            return make(known);
        }
        for (ScriptEngineFactory factory : factories) {
            List<String> offered = offers.apply(factory);
            if (offered != null && offered.contains(wanted)) {
                ScriptEngine engine = make(factory);
                if (engine != null) {
                    return engine;
                }
            }
        }
        return null;
    }

    private ScriptEngine make(ScriptEngineFactory factory) {
        try {
            ScriptEngine engine = factory.getScriptEngine();
            engine.setBindings(globalScope, ScriptContext.GLOBAL_SCOPE);
            return engine;
        } catch (RuntimeException unusable) {
            return null;
        }
    }

    public ScriptEngine getEngineByName(String shortName) {
        return find(shortName, names, ScriptEngineFactory::getNames);
    }

    public ScriptEngine getEngineByExtension(String extension) {
        return find(extension, extensions, ScriptEngineFactory::getExtensions);
    }

    public ScriptEngine getEngineByMimeType(String mimeType) {
        return find(mimeType, types, ScriptEngineFactory::getMimeTypes);
    }

    public List<ScriptEngineFactory> getEngineFactories() {
        return List.copyOf(factories);
    }

    private static void register(Map<String, ScriptEngineFactory> map, String key, ScriptEngineFactory factory) {
        Objects.requireNonNull(key);
        map.put(key, Objects.requireNonNull(factory));
    }

    public void registerEngineName(String name, ScriptEngineFactory factory) {
        register(names, name, factory);
    }

    public void registerEngineMimeType(String type, ScriptEngineFactory factory) {
        register(types, type, factory);
    }

    public void registerEngineExtension(String extension, ScriptEngineFactory factory) {
        register(extensions, extension, factory);
    }
}
