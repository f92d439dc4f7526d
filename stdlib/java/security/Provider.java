package java.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Offers algorithms. */
public abstract class Provider extends Properties {
    private static final long serialVersionUID = -4298000515446427739L;

    private final String name;
    private final String version;
    private final String info;
    private final transient LinkedHashMap<String, Service> services = new LinkedHashMap<>();

    @Deprecated(since = "9")
    protected Provider(String name, double version, String info) {
        this(name, Double.toString(version), info);
    }

    protected Provider(String name, String versionStr, String info) {
        this.name = name;
        this.version = versionStr;
        this.info = info;
    }

    public Provider configure(String configArg) {
        throw new UnsupportedOperationException("configure is not supported");
    }

    public boolean isConfigured() {
        return true;
    }

    public String getName() {
        return name;
    }

    @Deprecated(since = "9")
    public double getVersion() {
        try {
            return Double.parseDouble(version);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public String getVersionStr() {
        return version;
    }

    public String getInfo() {
        return info;
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }

    private static String key(String type, String algorithm) {
        return type + "." + algorithm.toUpperCase(Locale.ENGLISH);
    }

    public Service getService(String type, String algorithm) {
        synchronized (services) {
            Service s = services.get(key(type, algorithm));
            if (s != null) {
                return s;
            }
        }
        // Entries put as properties: "MessageDigest.X" is the class's name, "Alg.Alias.MessageDigest.Y" another name.
        String alias = find("Alg.Alias." + type + "." + algorithm);
        String real = alias == null ? algorithm : alias;
        String className = find(type + "." + real);
        return className == null ? null : new Service(this, type, real, className, null, null);
    }

    private String find(String key) {
        for (Map.Entry<Object, Object> e : entrySet()) {
            if (e.getKey() instanceof String && e.getValue() instanceof String && ((String) e.getKey()).equalsIgnoreCase(key)) {
                return (String) e.getValue();
            }
        }
        return null;
    }

    public Set<Service> getServices() {
        synchronized (services) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(services.values()));
        }
    }

    protected void putService(Service s) {
        synchronized (services) {
            services.put(key(s.getType(), s.getAlgorithm()), s);
            for (String alias : s.aliases) {
                services.put(key(s.getType(), alias), s);
            }
        }
    }

    protected void removeService(Service s) {
        synchronized (services) {
            services.values().remove(s);
        }
    }

    /** One algorithm of a provider. */
    public static class Service {
        private final Provider provider;
        private final String type;
        private final String algorithm;
        private final String className;
        final List<String> aliases;
        private final Map<String, String> attributes;

        public Service(Provider provider, String type, String algorithm, String className, List<String> aliases, Map<String, String> attributes) {
            if (provider == null || type == null || algorithm == null || className == null) {
                throw new NullPointerException();
            }
            this.provider = provider;
            this.type = type;
            this.algorithm = algorithm;
            this.className = className;
            this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
            this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        }

        public final String getType() {
            return type;
        }

        public final String getAlgorithm() {
            return algorithm;
        }

        public final Provider getProvider() {
            return provider;
        }

        public final String getClassName() {
            return className;
        }

        public final String getAttribute(String name) {
            return attributes.get(Objects.requireNonNull(name));
        }

        public Object newInstance(Object constructorParameter) throws NoSuchAlgorithmException {
            try {
                ClassLoader loader = provider.getClass().getClassLoader();
                Class<?> c = loader == null ? Class.forName(className) : loader.loadClass(className);
                return c.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new NoSuchAlgorithmException("Error constructing implementation (algorithm: " + algorithm + ", provider: "
                        + provider.getName() + ", class: " + className + ")", e);
            }
        }

        public boolean supportsParameter(Object parameter) {
            return true;
        }

        @Override
        public String toString() {
            return provider.getName() + ": " + type + "." + algorithm + " -> " + className + "\n"
                    + (aliases.isEmpty() ? "" : "  aliases: " + aliases + "\n") + (attributes.isEmpty() ? "" : "  attributes: " + attributes + "\n");
        }
    }
}
