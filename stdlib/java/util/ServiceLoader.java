package java.util;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rvm.internal.Reflection;

/** Finds implementations of a service: classes that files in META-INF/services name. */
public final class ServiceLoader<S> implements Iterable<S> {
    private static final String FOLDER = "META-INF/services/";

    private final Class<S> service;
    private final ClassLoader loader;
    private List<Found<S>> found;

    /** A provider that can be made. */
    public interface Provider<S> extends Supplier<S> {
        Class<? extends S> type();

        @Override
        S get();
    }

    private ServiceLoader(Class<S> service, ClassLoader loader) {
        this.service = Objects.requireNonNull(service, "Service interface cannot be null");
        this.loader = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    private static final class Found<S> implements Provider<S> {
        private final Class<S> service;
        private final Class<? extends S> type;
        private S instance;

        Found(Class<S> service, Class<? extends S> type) {
            this.service = service;
            this.type = type;
        }

        @Override
        public Class<? extends S> type() {
            return type;
        }

        @Override
        public S get() {
            int constructor = Reflection.find(type, "<init>", "()V");
            if (constructor < 0 || !Modifier.isPublic(Reflection.flags(type, Reflection.METHOD, constructor))) {
                throw fail(service, type.getName() + " Unable to get public no-arg constructor", null);
            }
            try {
                Object o = Reflection.allocate(type);
                Reflection.invokeSpecial(type, constructor, o, null);
                return service.cast(o);
            } catch (Throwable e) {
                throw fail(service, "Provider " + type.getName() + " could not be instantiated", e);
            }
        }

        synchronized S instance() {
            if (instance == null) {
                instance = get();
            }
            return instance;
        }
    }

    private static ServiceConfigurationError fail(Class<?> service, String text, Throwable cause) {
        return new ServiceConfigurationError(service.getName() + ": " + text, cause);
    }

    /** The providers, found when they are first asked for. */
    private synchronized List<Found<S>> providers() {
        if (found == null) {
            List<Found<S>> list = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            String file = FOLDER + service.getName();
            try {
                // One file only: loaders don't say yet in how many places they have one.
                try (InputStream in = loader.getResourceAsStream(file)) {
                    if (in != null) {
                        read(in, file, names);
                    }
                }
            } catch (IOException e) {
                throw fail(service, "Error accessing configuration file", e);
            }
            for (String name : names) {
                list.add(new Found<>(service, type(name)));
            }
            found = list;
        }
        return found;
    }

    private void read(InputStream in, String where, Set<String> names) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String line;
        int number = 0;
        while ((line = lines.readLine()) != null) {
            number++;
            int hash = line.indexOf('#');
            String name = (hash < 0 ? line : line.substring(0, hash)).trim();
            if (name.isEmpty()) {
                continue;
            }
            if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
                throw fail(service, where + ":" + number + ": Illegal configuration-file syntax: " + name, null);
            }
            names.add(name);
        }
    }

    private Class<? extends S> type(String name) {
        Class<?> c;
        try {
            c = Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw fail(service, "Provider " + name + " not found", null);
        }
        if (!service.isAssignableFrom(c)) {
            throw fail(service, "Provider " + name + " not a subtype", null);
        }
        return c.asSubclass(service);
    }

    @Override
    public Iterator<S> iterator() {
        return new Iterator<S>() {
            private Iterator<Found<S>> i;

            private Iterator<Found<S>> all() {
                if (i == null) {
                    i = providers().iterator();
                }
                return i;
            }

            @Override
            public boolean hasNext() {
                return all().hasNext();
            }

            @Override
            public S next() {
                return all().next().instance();
            }
        };
    }

    public Stream<Provider<S>> stream() {
        return providers().stream().map(p -> (Provider<S>) p);
    }

    public static <S> ServiceLoader<S> load(Class<S> service, ClassLoader loader) {
        return new ServiceLoader<>(service, loader);
    }

    public static <S> ServiceLoader<S> load(Class<S> service) {
        return new ServiceLoader<>(service, Thread.currentThread().getContextClassLoader());
    }

    public static <S> ServiceLoader<S> loadInstalled(Class<S> service) {
        return new ServiceLoader<>(service, ClassLoader.getPlatformClassLoader());
    }

    public Optional<S> findFirst() {
        Iterator<S> i = iterator();
        return i.hasNext() ? Optional.of(i.next()) : Optional.empty();
    }

    public synchronized void reload() {
        found = null;
    }

    @Override
    public String toString() {
        return "java.util.ServiceLoader[" + service.getName() + "]";
    }
}
