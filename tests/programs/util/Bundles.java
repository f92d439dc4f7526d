import java.io.*;
import java.util.*;

public class Bundles {
    public static class Res extends ListResourceBundle {
        protected Object[][] getContents() {
            return new Object[][] {{"hello", "Hello"}, {"only", "base"}, {"list", new String[] {"a", "b"}}, {"number", 42}};
        }
    }

    public static class Res_de extends ListResourceBundle {
        protected Object[][] getContents() {
            return new Object[][] {{"hello", "Hallo"}};
        }
    }

    public static class Res_de_AT extends ListResourceBundle {
        protected Object[][] getContents() {
            return new Object[][] {{"hello", "Servus"}};
        }
    }

    public interface Greeter {
        String greet();
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.US);
        for (Locale l : new Locale[] {Locale.US, Locale.GERMAN, Locale.GERMANY, new Locale("de", "AT"), Locale.ROOT, Locale.JAPAN}) {
            ResourceBundle b = ResourceBundle.getBundle("Bundles$Res", l);
            System.out.println(l + " -> " + b.getLocale() + " " + b.getString("hello") + " " + b.getString("only") + " " + b.getStringArray("list").length
                    + " " + new TreeSet<>(b.keySet()) + " " + b.containsKey("x") + " " + b.getBaseBundleName() + " " + Collections.list(b.getKeys()).size());
        }
        System.out.println(ResourceBundle.getBundle("Bundles$Res") == ResourceBundle.getBundle("Bundles$Res"));
        try {
            ResourceBundle.getBundle("Bundles$Res").getString("nothing");
        } catch (MissingResourceException e) {
            System.out.println(e.getMessage() + " | " + e.getClassName() + " | " + e.getKey());
        }
        try {
            ResourceBundle.getBundle("no.such.Bundle", Locale.FRANCE);
        } catch (MissingResourceException e) {
            System.out.println(e.getMessage() + " | " + e.getClassName() + " | " + e.getKey());
        }
        try {
            ResourceBundle.getBundle("Bundles$Res").getString("number");
        } catch (ClassCastException e) {
            System.out.println("no string");
        }
        ResourceBundle p = new PropertyResourceBundle(new StringReader("a=1\nb = two\n# c\nuni=\\u00e9"));
        System.out.println(p.getString("a") + p.getString("b") + p.getString("uni") + new TreeSet<>(p.keySet()));
        ResourceBundle.Control k = ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        System.out.println(k.getCandidateLocales("x", new Locale("da", "DK", "NY")) + " " + k.toBundleName("a.B", new Locale("de", "", "POSIX")) + " "
                + k.toResourceName("a.b.C", "properties"));
        System.out.println(ServiceLoader.load(Greeter.class).findFirst().isPresent() + " " + ServiceLoader.load(Greeter.class));
        for (String t : new String[] {"en-US", "de", "zh-Hant-TW", "fr-CA", "und", "sr-Latn-RS", "en-US-POSIX"}) {
            Locale l = Locale.forLanguageTag(t);
            System.out.println(t + ": " + l.getDisplayName(Locale.ENGLISH) + " | " + l.getDisplayLanguage(Locale.US) + " | " + l.getDisplayCountry(Locale.US) + " | "
                    + l.getISO3Language() + " " + l.getISO3Country() + " " + l);
        }
        System.out.println(Locale.getISOCountries().length + " " + Locale.getISOLanguages().length);
        List<Locale.LanguageRange> r = Locale.LanguageRange.parse("fr-CA,en;q=0.5,de-*-1996;q=0.8,*;q=0.1");
        System.out.println(r);
        List<Locale> have = List.of(Locale.US, Locale.FRANCE, Locale.CANADA_FRENCH, Locale.GERMANY);
        System.out.println(Locale.filter(r, have) + " " + Locale.lookup(r, have) + " " + Locale.filterTags(r, List.of("de-DE-1996", "en", "ja")));
        try {
            Locale.LanguageRange.parse("en;q=2");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
