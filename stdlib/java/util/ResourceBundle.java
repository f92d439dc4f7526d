package java.util;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.Reflection;

/** Texts and other objects by name, for each locale. */
public abstract class ResourceBundle {
    private static final ConcurrentHashMap<List<Object>, ResourceBundle> CACHE = new ConcurrentHashMap<>();

    protected ResourceBundle parent;
    private Locale locale;
    private String name;

    public ResourceBundle() {
    }

    public String getBaseBundleName() {
        return name;
    }

    public final String getString(String key) {
        return (String) getObject(key);
    }

    public final String[] getStringArray(String key) {
        return (String[]) getObject(key);
    }

    public final Object getObject(String key) {
        Object o = handleGetObject(key);
        if (o == null && parent != null) {
            o = parent.getObject(key);
        }
        if (o == null) {
            throw new MissingResourceException("Can't find resource for bundle " + getClass().getName() + ", key " + key,
                    getClass().getName(), key);
        }
        return o;
    }

    public Locale getLocale() {
        return locale;
    }

    protected void setParent(ResourceBundle parent) {
        this.parent = parent;
    }

    protected abstract Object handleGetObject(String key);

    public abstract Enumeration<String> getKeys();

    public boolean containsKey(String key) {
        Objects.requireNonNull(key);
        return handleGetObject(key) != null || parent != null && parent.containsKey(key);
    }

    public Set<String> keySet() {
        Set<String> keys = new HashSet<>(handleKeySet());
        if (parent != null) {
            keys.addAll(parent.keySet());
        }
        return keys;
    }

    protected Set<String> handleKeySet() {
        Set<String> keys = new HashSet<>();
        Enumeration<String> all = getKeys();
        while (all.hasMoreElements()) {
            String key = all.nextElement();
            if (handleGetObject(key) != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static ClassLoader loaderOf(Class<?> caller) {
        ClassLoader loader = caller == null ? null : caller.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    public static final ResourceBundle getBundle(String baseName) {
        return find(baseName, Locale.getDefault(), loaderOf(Reflection.caller(1)), Control.USUAL);
    }

    public static final ResourceBundle getBundle(String baseName, Control control) {
        return find(baseName, Locale.getDefault(), loaderOf(Reflection.caller(1)), control);
    }

    public static final ResourceBundle getBundle(String baseName, Locale locale) {
        return find(baseName, locale, loaderOf(Reflection.caller(1)), Control.USUAL);
    }

    public static ResourceBundle getBundle(String baseName, Module module) {
        return find(baseName, Locale.getDefault(), loaderOf(Reflection.caller(1)), Control.USUAL);
    }

    public static ResourceBundle getBundle(String baseName, Locale targetLocale, Module module) {
        return find(baseName, targetLocale, loaderOf(Reflection.caller(1)), Control.USUAL);
    }

    public static final ResourceBundle getBundle(String baseName, Locale targetLocale, Control control) {
        return find(baseName, targetLocale, loaderOf(Reflection.caller(1)), control);
    }

    public static ResourceBundle getBundle(String baseName, Locale locale, ClassLoader loader) {
        return find(baseName, locale, Objects.requireNonNull(loader), Control.USUAL);
    }

    public static ResourceBundle getBundle(String baseName, Locale targetLocale, ClassLoader loader, Control control) {
        return find(baseName, targetLocale, Objects.requireNonNull(loader), control);
    }

    private static ResourceBundle find(String baseName, Locale wanted, ClassLoader loader, Control control) {
        Objects.requireNonNull(baseName);
        Objects.requireNonNull(control);
        Locale asked = Objects.requireNonNull(wanted);
        List<String> formats = control.getFormats(baseName);
        ResourceBundle base = null;
        for (Locale l = asked; l != null; l = control.getFallbackLocale(baseName, l)) {
            ResourceBundle found = chain(baseName, control.getCandidateLocales(baseName, l), 0, formats, loader, control);
            if (found != null) {
                // The base bundle serves only if the default locale has nothing better.
                if (!found.locale.equals(Locale.ROOT) || l.equals(Locale.ROOT)) {
                    return found;
                }
                base = base == null ? found : base;
            }
        }
        if (base != null) {
            return base;
        }
        throw new MissingResourceException("Can't find bundle for base name " + baseName + ", locale " + asked,
                baseName + "_" + asked, "");
    }

    /** The bundle of the first of these locales that has one, with the others' behind it. */
    private static ResourceBundle chain(String baseName, List<Locale> locales, int i, List<String> formats,
            ClassLoader loader, Control control) {
        if (i >= locales.size()) {
            return null;
        }
        ResourceBundle behind = chain(baseName, locales, i + 1, formats, loader, control);
        ResourceBundle own = load(baseName, locales.get(i), formats, loader, control);
        if (own == null) {
            return behind;
        }
        if (own.parent == null && behind != null) {
            own.setParent(behind);
        }
        return own;
    }

    private static ResourceBundle load(String baseName, Locale locale, List<String> formats, ClassLoader loader,
            Control control) {
        List<Object> key = Arrays.asList(baseName, locale, loader, control == Control.USUAL ? "" : control);
        long time = control.getTimeToLive(baseName, locale);
        ResourceBundle known = time == Control.TTL_DONT_CACHE ? null : CACHE.get(key);
        if (known != null) {
            return known;
        }
        for (String format : formats) {
            ResourceBundle made;
            try {
                made = control.newBundle(baseName, locale, format, loader, false);
            } catch (LinkageError | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                MissingResourceException missing = new MissingResourceException(
                        "Can't find bundle for base name " + baseName + ", locale " + locale, baseName + "_" + locale, "");
                missing.initCause(e);
                throw missing;
            }
            if (made != null) {
                made.name = baseName;
                made.locale = locale;
                if (time != Control.TTL_DONT_CACHE) {
                    CACHE.put(key, made);
                }
                return made;
            }
        }
        return null;
    }

    public static final void clearCache() {
        CACHE.clear();
    }

    public static final void clearCache(ClassLoader loader) {
        Objects.requireNonNull(loader);
        CACHE.keySet().removeIf(key -> key.get(2) == loader);
    }

    /** How bundles are found and made. */
    public static class Control {
        public static final List<String> FORMAT_DEFAULT = List.of("java.class", "java.properties");
        public static final List<String> FORMAT_CLASS = List.of("java.class");
        public static final List<String> FORMAT_PROPERTIES = List.of("java.properties");
        public static final long TTL_DONT_CACHE = -1;
        public static final long TTL_NO_EXPIRATION_CONTROL = -2;

        static final Control USUAL = new Control();

        protected Control() {
        }

        /** A control of some formats, perhaps without a fallback to the default locale. */
        private static final class Fixed extends Control {
            private final List<String> formats;
            private final boolean fallback;

            Fixed(List<String> formats, boolean fallback) {
                this.formats = formats;
                this.fallback = fallback;
            }

            @Override
            public List<String> getFormats(String baseName) {
                Objects.requireNonNull(baseName);
                return formats;
            }

            @Override
            public Locale getFallbackLocale(String baseName, Locale locale) {
                return fallback ? super.getFallbackLocale(baseName, locale) : null;
            }
        }

        private static List<String> known(List<String> formats) {
            for (List<String> f : List.of(FORMAT_DEFAULT, FORMAT_CLASS, FORMAT_PROPERTIES)) {
                if (f.equals(formats)) {
                    return f;
                }
            }
            throw new IllegalArgumentException();
        }

        public static final Control getControl(List<String> formats) {
            List<String> f = known(formats);
            return f == FORMAT_DEFAULT ? USUAL : new Fixed(f, true);
        }

        public static final Control getNoFallbackControl(List<String> formats) {
            return new Fixed(known(formats), false);
        }

        public List<String> getFormats(String baseName) {
            Objects.requireNonNull(baseName);
            return FORMAT_DEFAULT;
        }

        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            Objects.requireNonNull(baseName);
            List<Locale> list = new ArrayList<>();
            String language = locale.getLanguage();
            String script = locale.getScript();
            String country = locale.getCountry();
            for (String v = locale.getVariant(); !v.isEmpty(); v = v.indexOf('_') < 0 ? "" : v.substring(0, v.lastIndexOf('_'))) {
                add(list, language, script, country, v);
            }
            add(list, language, script, country, "");
            add(list, language, script, "", "");
            if (!script.isEmpty()) {
                add(list, language, "", country, locale.getVariant());
                add(list, language, "", country, "");
                add(list, language, "", "", "");
            }
            list.add(Locale.ROOT);
            return list;
        }

        private static void add(List<Locale> list, String language, String script, String country, String variant) {
            if (language.isEmpty() && country.isEmpty() && variant.isEmpty()) {
                return;
            }
            Locale l = script.isEmpty() ? new Locale(language, country, variant)
                    : new Locale.Builder().setLanguage(language).setScript(script).setRegion(country).setVariant(variant).build();
            if (!list.contains(l)) {
                list.add(l);
            }
        }

        public Locale getFallbackLocale(String baseName, Locale locale) {
            Objects.requireNonNull(baseName);
            Locale usual = Locale.getDefault();
            return locale.equals(usual) ? null : usual;
        }

        public ResourceBundle newBundle(String baseName, Locale locale, String format, ClassLoader loader, boolean reload)
                throws IllegalAccessException, InstantiationException, IOException {
            String bundle = toBundleName(baseName, locale);
            if (format.equals("java.class")) {
                return fromClass(bundle, loader);
            }
            if (!format.equals("java.properties")) {
                throw new IllegalArgumentException("unknown format: " + format);
            }
            if (bundle.contains("://")) {
                return null;
            }
            try (InputStream in = loader.getResourceAsStream(toResourceName(bundle, "properties"))) {
                return in == null ? null : new PropertyResourceBundle(in);
            }
        }

        private static ResourceBundle fromClass(String bundle, ClassLoader loader)
                throws IllegalAccessException, InstantiationException {
            Class<?> c;
            try {
                c = loader.loadClass(bundle);
            } catch (ClassNotFoundException e) {
                return null;
            }
            if (!ResourceBundle.class.isAssignableFrom(c)) {
                throw new ClassCastException(c.getName() + " cannot be cast to ResourceBundle");
            }
            int constructor = Reflection.find(c, "<init>", "()V");
            if (constructor < 0 || !Modifier.isPublic(Reflection.flags(c, Reflection.METHOD, constructor))) {
                throw new IllegalAccessException("no-arg constructor in " + c.getName() + " is not publicly accessible.");
            }
            try {
                Object o = Reflection.allocate(c);
                Reflection.invokeSpecial(c, constructor, o, null);
                return (ResourceBundle) o;
            } catch (RuntimeException | Error | InstantiationException e) {
                throw e;
            } catch (Throwable e) {
                InstantiationException failed = new InstantiationException(e.getMessage());
                failed.initCause(e);
                throw failed;
            }
        }

        public long getTimeToLive(String baseName, Locale locale) {
            Objects.requireNonNull(baseName);
            Objects.requireNonNull(locale);
            return TTL_NO_EXPIRATION_CONTROL;
        }

        public boolean needsReload(String baseName, Locale locale, String format, ClassLoader loader, ResourceBundle bundle,
                long loadTime) {
            Objects.requireNonNull(bundle);
            return false;
        }

        public String toBundleName(String baseName, Locale locale) {
            if (locale.equals(Locale.ROOT)) {
                return baseName;
            }
            String l = locale.getLanguage();
            String s = locale.getScript();
            String c = locale.getCountry();
            String v = locale.getVariant();
            StringBuilder sb = new StringBuilder(baseName).append('_').append(l);
            if (!s.isEmpty()) {
                sb.append('_').append(s);
            }
            if (!c.isEmpty() || !v.isEmpty()) {
                sb.append('_').append(c);
            }
            if (!v.isEmpty()) {
                sb.append('_').append(v);
            }
            return sb.toString();
        }

        public final String toResourceName(String bundleName, String suffix) {
            return bundleName.replace('.', '/') + "." + Objects.requireNonNull(suffix);
        }
    }
}
