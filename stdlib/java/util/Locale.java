package java.util;

import java.io.Serializable;
import rvm.internal.LocaleData;

/** A language, a country and a variant. */
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
        return LocaleData.countries();
    }

    public static String[] getISOLanguages() {
        return LocaleData.languages();
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
        if (language.isEmpty() || language.length() == 3) {
            return language;
        }
        String code = LocaleData.language3(language);
        if (code == null || code.isEmpty()) {
            throw new MissingResourceException("Couldn't find 3-letter language code for " + language, "FormatData_" + this,
                    "ShortLanguage");
        }
        return code;
    }

    public String getISO3Country() throws MissingResourceException {
        if (country.isEmpty()) {
            return "";
        }
        String code = LocaleData.country3(country);
        if (code == null || code.isEmpty()) {
            throw new MissingResourceException("Couldn't find 3-letter country code for " + country, "FormatData_" + this,
                    "ShortCountry");
        }
        return code;
    }

    public final String getDisplayLanguage() {
        return getDisplayLanguage(displayDefault);
    }

    /** Names are English whatever the locale. */
    public String getDisplayLanguage(Locale inLocale) {
        Objects.requireNonNull(inLocale);
        String name = LocaleData.languageName(language);
        return name == null ? language : name;
    }

    public String getDisplayScript() {
        return getDisplayScript(displayDefault);
    }

    public String getDisplayScript(Locale inLocale) {
        Objects.requireNonNull(inLocale);
        switch (script) {
            case "Latn":
                return "Latin";
            case "Cyrl":
                return "Cyrillic";
            case "Arab":
                return "Arabic";
            case "Hans":
                return "Simplified Han";
            case "Hant":
                return "Traditional Han";
            case "Deva":
                return "Devanagari";
            case "Grek":
                return "Greek";
            case "Hebr":
                return "Hebrew";
            default:
                return script;
        }
    }

    public final String getDisplayCountry() {
        return getDisplayCountry(displayDefault);
    }

    public String getDisplayCountry(Locale inLocale) {
        Objects.requireNonNull(inLocale);
        String name = LocaleData.countryName(country);
        return name == null ? country : name;
    }

    public final String getDisplayVariant() {
        return getDisplayVariant(displayDefault);
    }

    public String getDisplayVariant(Locale inLocale) {
        Objects.requireNonNull(inLocale);
        return variant.equals("POSIX") ? "Computer" : variant.replace('_', ',');
    }

    public final String getDisplayName() {
        return getDisplayName(displayDefault);
    }

    public String getDisplayName(Locale inLocale) {
        StringBuilder more = new StringBuilder();
        String first = getDisplayLanguage(inLocale);
        String writing = getDisplayScript(inLocale);
        if (writing.endsWith(" Han")) {
            writing = writing.substring(0, writing.length() - 4);
        }
        for (String part : new String[] {writing, getDisplayCountry(inLocale), getDisplayVariant(inLocale)}) {
            if (part.isEmpty()) {
                continue;
            }
            if (first.isEmpty()) {
                first = part;
            } else {
                more.append(more.length() == 0 ? "" : ", ").append(part);
            }
        }
        return more.length() == 0 ? first : first + " (" + more + ")";
    }

    public static List<Locale> filter(List<LanguageRange> priorityList, Collection<Locale> locales, FilteringMode mode) {
        List<String> tags = new ArrayList<>();
        for (Locale l : locales) {
            tags.add(l.toLanguageTag());
        }
        List<Locale> found = new ArrayList<>();
        for (String tag : filterTags(priorityList, tags, mode)) {
            found.add(forLanguageTag(tag));
        }
        return found;
    }

    public static List<Locale> filter(List<LanguageRange> priorityList, Collection<Locale> locales) {
        return filter(priorityList, locales, FilteringMode.AUTOSELECT_FILTERING);
    }

    public static List<String> filterTags(List<LanguageRange> priorityList, Collection<String> tags, FilteringMode mode) {
        return LanguageRanges.filter(priorityList, tags, mode);
    }

    public static List<String> filterTags(List<LanguageRange> priorityList, Collection<String> tags) {
        return filterTags(priorityList, tags, FilteringMode.AUTOSELECT_FILTERING);
    }

    public static Locale lookup(List<LanguageRange> priorityList, Collection<Locale> locales) {
        List<String> tags = new ArrayList<>();
        for (Locale l : locales) {
            tags.add(l.toLanguageTag());
        }
        String tag = lookupTag(priorityList, tags);
        return tag == null ? null : forLanguageTag(tag);
    }

    public static String lookupTag(List<LanguageRange> priorityList, Collection<String> tags) {
        return LanguageRanges.lookup(priorityList, tags);
    }

    public static Set<String> getISOCountries(IsoCountryCode type) {
        Set<String> codes = new TreeSet<>();
        for (String c : getISOCountries()) {
            switch (Objects.requireNonNull(type)) {
                case PART1_ALPHA2:
                    codes.add(c);
                    break;
                case PART1_ALPHA3:
                    codes.add(LocaleData.country3(c));
                    break;
                default:
                    throw new UnsupportedOperationException("Locale.getISOCountries(PART3)");
            }
        }
        return codes;
    }

    /** The parts of ISO 3166 that name countries. */
    public enum IsoCountryCode {
        PART1_ALPHA2, PART1_ALPHA3, PART3
    }

    /** How ranges of languages select tags. */
    public enum FilteringMode {
        AUTOSELECT_FILTERING, EXTENDED_FILTERING, IGNORE_EXTENDED_RANGES, MAP_EXTENDED_RANGES, REJECT_EXTENDED_RANGES
    }

    /** A range of languages, and how much it is wanted. */
    public static final class LanguageRange {
        public static final double MAX_WEIGHT = 1.0;
        public static final double MIN_WEIGHT = 0.0;

        private final String range;
        private final double weight;

        public LanguageRange(String range) {
            this(range, MAX_WEIGHT);
        }

        public LanguageRange(String range, double weight) {
            Objects.requireNonNull(range);
            if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) {
                throw new IllegalArgumentException("weight=" + weight);
            }
            String r = range.toLowerCase(ROOT);
            for (String part : r.split("-", -1)) {
                if (!part.equals("*") && !part.matches("[a-z0-9]{1,8}")) {
                    throw new IllegalArgumentException("range=" + r);
                }
            }
            this.range = r;
            this.weight = weight;
        }

        public String getRange() {
            return range;
        }

        public double getWeight() {
            return weight;
        }

        public static List<LanguageRange> parse(String ranges) {
            return LanguageRanges.parse(ranges);
        }

        public static List<LanguageRange> parse(String ranges, Map<String, List<String>> map) {
            return mapEquivalents(parse(ranges), map);
        }

        public static List<LanguageRange> mapEquivalents(List<LanguageRange> priorityList, Map<String, List<String>> map) {
            List<LanguageRange> all = new ArrayList<>();
            for (LanguageRange r : priorityList) {
                List<String> same = map == null ? null : map.get(r.range);
                if (same == null) {
                    all.add(r);
                } else {
                    for (String s : same) {
                        all.add(new LanguageRange(s, r.weight));
                    }
                }
            }
            return all;
        }

        @Override
        public int hashCode() {
            return 37 * (37 * 17 + range.hashCode()) + Double.hashCode(weight);
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof LanguageRange && range.equals(((LanguageRange) obj).range)
                    && weight == ((LanguageRange) obj).weight;
        }

        @Override
        public String toString() {
            return weight == MAX_WEIGHT ? range : range + ";q=" + weight;
        }
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
