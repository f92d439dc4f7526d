package java.util;

import java.io.Serializable;

/**
 * A language, a country and a variant. The library itself formats for the root locale (which agrees with English in what it does); names of languages
 * and countries are their codes.
 */
public final class Locale implements Cloneable, Serializable {
    public static final Locale ENGLISH = new Locale("en", "");
    public static final Locale FRENCH = new Locale("fr", "");
    public static final Locale GERMAN = new Locale("de", "");
    public static final Locale ITALIAN = new Locale("it", "");
    public static final Locale JAPANESE = new Locale("ja", "");
    public static final Locale KOREAN = new Locale("ko", "");
    public static final Locale CHINESE = new Locale("zh", "");
    public static final Locale SIMPLIFIED_CHINESE = new Locale("zh", "CN");
    public static final Locale TRADITIONAL_CHINESE = new Locale("zh", "TW");
    public static final Locale FRANCE = new Locale("fr", "FR");
    public static final Locale GERMANY = new Locale("de", "DE");
    public static final Locale ITALY = new Locale("it", "IT");
    public static final Locale JAPAN = new Locale("ja", "JP");
    public static final Locale KOREA = new Locale("ko", "KR");
    public static final Locale UK = new Locale("en", "GB");
    public static final Locale US = new Locale("en", "US");
    public static final Locale CANADA = new Locale("en", "CA");
    public static final Locale CANADA_FRENCH = new Locale("fr", "CA");
    public static final Locale CHINA = SIMPLIFIED_CHINESE;
    public static final Locale PRC = SIMPLIFIED_CHINESE;
    public static final Locale TAIWAN = TRADITIONAL_CHINESE;
    public static final Locale ROOT = new Locale("", "");

    public static final char PRIVATE_USE_EXTENSION = 'x';
    public static final char UNICODE_LOCALE_EXTENSION = 'u';

    private static volatile Locale displayDefault = ENGLISH;
    private static volatile Locale formatDefault = ENGLISH;

    private final String language;
    private final String script;
    private final String country;
    private final String variant;

    /** What a default locale is used for. */
    public enum Category {
        DISPLAY,
        FORMAT
    }

    private Locale(String language, String script, String country, String variant) {
        this.language = language;
        this.script = script;
        this.country = country;
        this.variant = variant;
    }

    public Locale(String language, String country, String variant) {
        if (language == null || country == null || variant == null) {
            throw new NullPointerException();
        }
        this.language = lower(language);
        this.script = "";
        this.country = upper(country);
        this.variant = variant;
    }

    public Locale(String language, String country) {
        this(language, country, "");
    }

    public Locale(String language) {
        this(language, "", "");
    }

    /** ASCII only: the case mappings of String ask the default locale, which is being made here. */
    private static String lower(String s) {
        char[] c = s.toCharArray();
        for (int i = 0; i < c.length; i++) {
            if (c[i] >= 'A' && c[i] <= 'Z') {
                c[i] += 32;
            }
        }
        return new String(c);
    }

    private static String upper(String s) {
        char[] c = s.toCharArray();
        for (int i = 0; i < c.length; i++) {
            if (c[i] >= 'a' && c[i] <= 'z') {
                c[i] -= 32;
            }
        }
        return new String(c);
    }

    public static Locale getDefault() {
        return displayDefault;
    }

    public static Locale getDefault(Category category) {
        return category == Category.DISPLAY ? displayDefault : formatDefault;
    }

    public static synchronized void setDefault(Locale newLocale) {
        displayDefault = Objects.requireNonNull(newLocale, "Can't set default locale to NULL");
        formatDefault = newLocale;
    }

    public static synchronized void setDefault(Category category, Locale newLocale) {
        Objects.requireNonNull(category, "Category cannot be NULL");
        Objects.requireNonNull(newLocale, "Can't set default locale to NULL");
        if (category == Category.DISPLAY) {
            displayDefault = newLocale;
        } else {
            formatDefault = newLocale;
        }
    }

    public static Locale[] getAvailableLocales() {
        return new Locale[] {ROOT, ENGLISH, US};
    }

    public static String[] getISOCountries() {
        throw new UnsupportedOperationException("Locale.getISOCountries");
    }

    public static String[] getISOLanguages() {
        throw new UnsupportedOperationException("Locale.getISOLanguages");
    }

    public String getLanguage() {
        return language;
    }

    public String getScript() {
        return script;
    }

    public String getCountry() {
        return country;
    }

    public String getVariant() {
        return variant;
    }

    public boolean hasExtensions() {
        return false;
    }

    public Locale stripExtensions() {
        return this;
    }

    public String getExtension(char key) {
        return null;
    }

    public Set<Character> getExtensionKeys() {
        return Collections.emptySet();
    }

    public Set<String> getUnicodeLocaleAttributes() {
        return Collections.emptySet();
    }

    public String getUnicodeLocaleType(String key) {
        Objects.requireNonNull(key);
        return null;
    }

    public Set<String> getUnicodeLocaleKeys() {
        return Collections.emptySet();
    }

    @Override
    public String toString() {
        boolean l = !language.isEmpty();
        boolean c = !country.isEmpty();
        boolean v = !variant.isEmpty();
        boolean s = !script.isEmpty();
        StringBuilder sb = new StringBuilder(language);
        if (c || l && (v || s)) {
            sb.append('_').append(country);
        }
        if (v && (l || c)) {
            sb.append('_').append(variant);
        }
        if (s && (l || c)) {
            sb.append("_#").append(script);
        }
        return sb.toString();
    }

    public String toLanguageTag() {
        StringBuilder sb = new StringBuilder(language.isEmpty() ? "und" : language);
        if (!script.isEmpty()) {
            sb.append('-').append(script);
        }
        if (!country.isEmpty()) {
            sb.append('-').append(country);
        }
        if (!variant.isEmpty()) {
            sb.append('-').append(variant.replace('_', '-'));
        }
        return sb.toString();
    }

    public static Locale forLanguageTag(String languageTag) {
        String[] parts = languageTag.split("-");
        if (parts.length == 0 || parts[0].length() < 2 || parts[0].length() > 8 || !parts[0].chars().allMatch(Character::isLetter)) {
            return ROOT;
        }
        String language = parts[0].equalsIgnoreCase("und") ? "" : lower(parts[0]);
        String script = "";
        String country = "";
        String variant = "";
        for (int i = 1; i < parts.length; i++) {
            String p = parts[i];
            if (p.length() == 4 && script.isEmpty() && country.isEmpty() && Character.isLetter(p.charAt(0))) {
                script = upper(p.substring(0, 1)) + lower(p.substring(1));
            } else if ((p.length() == 2 || p.length() == 3) && country.isEmpty()) {
                country = upper(p);
            } else if (p.length() >= 4) {
                variant = variant.isEmpty() ? p : variant + "_" + p;
            } else {
                break;
            }
        }
        return new Locale(language, script, country, variant);
    }

    public String getISO3Language() throws MissingResourceException {
        if (language.isEmpty()) {
            return "";
        }
        throw new UnsupportedOperationException("Locale.getISO3Language");
    }

    public String getISO3Country() throws MissingResourceException {
        if (country.isEmpty()) {
            return "";
        }
        throw new UnsupportedOperationException("Locale.getISO3Country");
    }

    public String getDisplayLanguage() {
        return language;
    }

    public String getDisplayLanguage(Locale inLocale) {
        return language;
    }

    public String getDisplayScript() {
        return script;
    }

    public String getDisplayScript(Locale inLocale) {
        return script;
    }

    public String getDisplayCountry() {
        return country;
    }

    public String getDisplayCountry(Locale inLocale) {
        return country;
    }

    public String getDisplayVariant() {
        return variant;
    }

    public String getDisplayVariant(Locale inLocale) {
        return variant;
    }

    public String getDisplayName() {
        return country.isEmpty() ? language : language + " (" + country + ")";
    }

    public String getDisplayName(Locale inLocale) {
        return getDisplayName();
    }

    @Override
    public Object clone() {
        try {
            return super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    @Override
    public int hashCode() {
        return ((language.hashCode() * 31 + script.hashCode()) * 31 + country.hashCode()) * 31 + variant.hashCode();
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (!(obj instanceof Locale)) {
            return false;
        }
        Locale o = (Locale) obj;
        return language.equals(o.language) && script.equals(o.script) && country.equals(o.country) && variant.equals(o.variant);
    }

    /** Puts a locale together, checking its parts. */
    public static final class Builder {
        private String language = "";
        private String script = "";
        private String region = "";
        private String variant = "";

        public Builder() {
        }

        public Builder setLocale(Locale locale) {
            language = locale.language;
            script = locale.script;
            region = locale.country;
            variant = locale.variant;
            return this;
        }

        public Builder setLanguageTag(String languageTag) {
            return setLocale(forLanguageTag(languageTag));
        }

        private static boolean isAlpha(String s, int min, int max) {
            if (s.length() < min || s.length() > max) {
                return false;
            }
            for (int i = 0; i < s.length(); i++) {
                char c = s.charAt(i);
                if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                    return false;
                }
            }
            return true;
        }

        public Builder setLanguage(String language) {
            String l = language == null ? "" : language;
            if (!l.isEmpty() && !isAlpha(l, 2, 8)) {
                throw new IllformedLocaleException("Ill-formed language: " + language, 0);
            }
            this.language = lower(l);
            return this;
        }

        public Builder setScript(String script) {
            String s = script == null ? "" : script;
            if (!s.isEmpty() && !isAlpha(s, 4, 4)) {
                throw new IllformedLocaleException("Ill-formed script: " + script, 0);
            }
            this.script = s.isEmpty() ? s : upper(s.substring(0, 1)) + lower(s.substring(1));
            return this;
        }

        public Builder setRegion(String region) {
            String r = region == null ? "" : region;
            if (!r.isEmpty() && !isAlpha(r, 2, 2) && !r.matches("[0-9]{3}")) {
                throw new IllformedLocaleException("Ill-formed region: " + region, 0);
            }
            this.region = upper(r);
            return this;
        }

        public Builder setVariant(String variant) {
            this.variant = variant == null ? "" : variant.replace('-', '_');
            return this;
        }

        public Builder clear() {
            language = "";
            script = "";
            region = "";
            variant = "";
            return this;
        }

        public Locale build() {
            return new Locale(language, script, region, variant);
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        java.io.ObjectOutputStream.PutField fields = out.putFields();
        fields.put("language", language);
        fields.put("script", script);
        fields.put("country", country);
        fields.put("variant", variant);
        fields.put("extensions", "");
        fields.put("hashcode", -1);
        out.writeFields();
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        java.io.ObjectInputStream.GetField fields = in.readFields();
        for (String name : new String[] {"language", "script", "country", "variant"}) {
            rvm.internal.SerialForms.set(Locale.class, name, this, ((String) fields.get(name, "")).intern());
        }
    }

    private Object readResolve() {
        for (Locale known : new Locale[] {ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, KOREAN, CHINESE, SIMPLIFIED_CHINESE,
            TRADITIONAL_CHINESE, FRANCE, GERMANY, ITALY, JAPAN, KOREA, UK, US, CANADA, CANADA_FRENCH, ROOT}) {
            if (known.equals(this)) {
                return known;
            }
        }
        return this;
    }
}
