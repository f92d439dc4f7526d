package java.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The providers, and properties of security. */
public final class Security {
    private static final ArrayList<Provider> PROVIDERS = new ArrayList<>();
    private static final Properties PROPERTIES = new Properties();

    static {
        PROVIDERS.add(new rvm.internal.security.Sun());
        PROVIDERS.add(new rvm.internal.security.Jce());
        PROPERTIES.setProperty("keystore.type", "pkcs12");
        PROPERTIES.setProperty("securerandom.source", "file:/dev/random");
    }

    private Security() {
    }

    @Deprecated
    public static String getAlgorithmProperty(String algName, String propName) {
        return null;
    }

    public static synchronized int insertProviderAt(Provider provider, int position) {
        if (getProvider(provider.getName()) != null) {
            return -1;
        }
        int at = position < 1 || position > PROVIDERS.size() ? PROVIDERS.size() : position - 1;
        PROVIDERS.add(at, provider);
        return at + 1;
    }

    public static int addProvider(Provider provider) {
        return insertProviderAt(provider, 0);
    }

    public static synchronized void removeProvider(String name) {
        PROVIDERS.removeIf(p -> p.getName().equals(name));
    }

    public static synchronized Provider[] getProviders() {
        return PROVIDERS.toArray(new Provider[0]);
    }

    public static Provider getProvider(String name) {
        for (Provider p : getProviders()) {
            if (p.getName().equals(name)) {
                return p;
            }
        }
        return null;
    }

    public static Provider[] getProviders(String filter) {
        int colon = filter.indexOf(':');
        String key = colon < 0 ? filter : filter.substring(0, colon);
        int dot = key.indexOf('.');
        if (dot <= 0) {
            throw new InvalidParameterException("Invalid filter");
        }
        ArrayList<Provider> found = new ArrayList<>();
        for (Provider p : getProviders()) {
            if (p.getService(key.substring(0, dot), key.substring(dot + 1)) != null) {
                found.add(p);
            }
        }
        return found.isEmpty() ? null : found.toArray(new Provider[0]);
    }

    public static Provider[] getProviders(Map<String, String> filter) {
        ArrayList<Provider> found = new ArrayList<>();
        Collections.addAll(found, getProviders());
        for (String key : filter.keySet()) {
            Provider[] some = getProviders(key);
            found.retainAll(some == null ? Set.of() : Set.of(some));
        }
        return found.isEmpty() ? null : found.toArray(new Provider[0]);
    }

    public static String getProperty(String key) {
        return PROPERTIES.getProperty(key);
    }

    public static void setProperty(String key, String datum) {
        PROPERTIES.setProperty(key, datum);
    }

    public static Set<String> getAlgorithms(String serviceName) {
        TreeSet<String> all = new TreeSet<>();
        if (serviceName == null || serviceName.isEmpty()) {
            return all;
        }
        for (Provider p : getProviders()) {
            for (Provider.Service s : p.getServices()) {
                if (s.getType().equalsIgnoreCase(serviceName)) {
                    all.add(s.getAlgorithm().toUpperCase(java.util.Locale.ENGLISH));
                }
            }
        }
        return Collections.unmodifiableSet(all);
    }
}
