package java.util;

import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.LocaleData;

/** A currency (ISO 4217). */
public final class Currency implements Serializable {
    private static final ConcurrentHashMap<String, Currency> INSTANCES = new ConcurrentHashMap<>();

    private final String currencyCode;

    private Currency(String currencyCode) {
        this.currencyCode = currencyCode;
    }

    public static Currency getInstance(String currencyCode) {
        Currency c = INSTANCES.get(currencyCode);
        if (c != null) {
            return c;
        }
        if (!LocaleData.isCurrency(currencyCode)) {
            throw new IllegalArgumentException();
        }
        Currency fresh = new Currency(currencyCode);
        c = INSTANCES.putIfAbsent(currencyCode, fresh);
        return c == null ? fresh : c;
    }

    public static Currency getInstance(Locale locale) {
        String country = locale.getCountry();
        String code = LocaleData.countryCurrency(country);
        if (code == null) {
            throw new IllegalArgumentException();
        }
        return code.equals("-") ? null : getInstance(code);
    }

    public static Set<Currency> getAvailableCurrencies() {
        Set<Currency> all = new HashSet<>();
        for (String code : LocaleData.currencies()) {
            all.add(getInstance(code));
        }
        return all;
    }

    public String getCurrencyCode() {
        return currencyCode;
    }

    public String getSymbol() {
        return getSymbol(Locale.getDefault(Locale.Category.DISPLAY));
    }

    public String getSymbol(Locale locale) {
        return LocaleData.currencySign(currencyCode, Objects.requireNonNull(locale));
    }

    public int getDefaultFractionDigits() {
        return LocaleData.currencyDigits(currencyCode);
    }

    public int getNumericCode() {
        return LocaleData.currencyNumber(currencyCode);
    }

    public String getNumericCodeAsString() {
        String n = Integer.toString(getNumericCode());
        return "000".substring(n.length()) + n;
    }

    public String getDisplayName() {
        return LocaleData.currencyName(currencyCode);
    }

    public String getDisplayName(Locale locale) {
        Objects.requireNonNull(locale);
        return LocaleData.currencyName(currencyCode);
    }

    @Override
    public String toString() {
        return currencyCode;
    }

    private Object readResolve() {
        return getInstance(currencyCode);
    }
}
