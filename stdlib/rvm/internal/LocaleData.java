package rvm.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Looks up what formats need to know of a locale. Where a locale is not known its language's data serve, else those of English. */
public final class LocaleData {
    private static final String ROOT_AMOUNT = "\u00a4\u00a0#,##0.00";
    private static final HashMap<String, Map<String, String>> TABLES = new HashMap<>();

    private LocaleData() {
    }

    private static synchronized Map<String, String> table(String name, String lines, char separator) {
        Map<String, String> rows = TABLES.get(name);
        if (rows == null) {
            rows = new java.util.LinkedHashMap<>();
            for (String line : lines.split("\n")) {
                int i = line.indexOf(separator);
                rows.put(line.substring(0, i), line.substring(i + 1));
            }
            TABLES.put(name, rows);
        }
        return rows;
    }

    private static String find(Map<String, String> rows, Locale locale) {
        String row = rows.get(locale.getLanguage() + "-" + locale.getCountry());
        return row != null ? row : rows.get(locale.getLanguage());
    }

    /** Decimal separator, grouping separator, minus sign, and the separators of amounts. */
    public static String separators(Locale locale) {
        return number(locale, 0);
    }

    public static String amountPattern(Locale locale) {
        return locale.getLanguage().isEmpty() && locale.getCountry().isEmpty() ? ROOT_AMOUNT : number(locale, 1);
    }

    public static String percentPattern(Locale locale) {
        return number(locale, 2);
    }

    public static String notANumber(Locale locale) {
        return number(locale, 3);
    }

    public static String exponentSign(Locale locale) {
        return number(locale, 4);
    }

    private static String number(Locale locale, int column) {
        Map<String, String> rows = table("numbers", LocaleTable.NUMBERS, '|');
        String row = find(rows, locale);
        return (row != null ? row : rows.get("en")).split("\\|")[column];
    }

    /** The zero of the locale's digits. */
    public static char zero(Locale locale) {
        Map<String, String> rows = table("numbers", LocaleTable.NUMBERS, '|');
        String row = find(rows, locale);
        if (row == null) {
            return '0';
        }
        String[] columns = row.split("\\|");
        return columns.length > 5 ? columns[5].charAt(0) : '0';
    }

    private static final HashMap<Locale, String[][]> DATES = new HashMap<>();
    private static final int PATTERNS = 18;

    private static String[][] dates(Locale locale) {
        synchronized (DATES) {
            String[][] words = DATES.get(locale);
            if (words == null) {
                String[] fields = findDates(locale);
                words = new String[fields.length][];
                for (int i = 0; i < fields.length; i++) {
                    words[i] = fields[i].equals("=") ? words[i - 3] : fields[i].split(";");
                }
                DATES.put(locale, words);
            }
            return words;
        }
    }

    private static String dateRow(String key) {
        String begin = "\n" + key + "|";
        for (String rows : new String[] {LocaleDates.ROWS0, LocaleDates.ROWS1}) {
            int i = rows.indexOf(begin);
            if (i >= 0) {
                return rows.substring(i + begin.length(), rows.indexOf('\n', i + begin.length()));
            }
        }
        return null;
    }

    private static String[] findDates(Locale locale) {
        String language = locale.getLanguage();
        String base = dateRow(language.isEmpty() ? "-" : switch (language) {
            case "iw" -> "he";
            case "in" -> "id";
            default -> language;
        });
        String[] fields = (base != null ? base : dateRow("en")).split("\\|", -1);
        String country = locale.getCountry().isEmpty() && locale.getScript().equals("Hant") ? "TW" : locale.getCountry();
        String row = dateRow(language + "-" + country);
        if (row != null) {
            String[] own = row.split("\\|", -1);
            for (int i = 0; i < own.length; i++) {
                if (!own[i].isEmpty()) {
                    fields[i] = own[i];
                }
            }
        }
        return fields;
    }

    private static String[] words(Locale locale, int field) {
        return dates(locale)[field];
    }

    /** Names of the months: kind 0 full, 1 short, 2 narrow, 3 to 5 the same where they stand alone. */
    public static String[] months(Locale locale, int kind) {
        return words(locale, kind);
    }

    /** Names of the days, Monday first; kinds as for months. */
    public static String[] days(Locale locale, int kind) {
        return words(locale, 6 + kind);
    }

    /** The words for the day's halves. */
    public static String[] halves(Locale locale) {
        return words(locale, 12);
    }

    /** The eras: kind 0 full, 1 short, 2 narrow. */
    public static String[] eras(Locale locale, int kind) {
        return words(locale, 13 + kind);
    }

    /** The quarters: kind 0 full, 1 short. */
    public static String[] quarters(Locale locale, int kind) {
        return words(locale, 16 + kind);
    }

    /** The pattern of dates and times by their styles, 0 full to 3 short, -1 without. The shorter one says how they are joined. */
    public static String datePattern(Locale locale, int dateStyle, int timeStyle) {
        String[][] fields = dates(locale);
        String date = dateStyle < 0 ? "" : fields[PATTERNS][dateStyle];
        String time = timeStyle < 0 ? "" : fields[PATTERNS + 1][timeStyle];
        if (dateStyle < 0 || timeStyle < 0) {
            return date + time;
        }
        StringBuilder sb = new StringBuilder();
        for (char c : fields[PATTERNS + 2][Math.max(dateStyle, timeStyle)].toCharArray()) {
            if (c == '1') {
                sb.append(date);
            } else if (c == '0') {
                sb.append(time);
            } else {
                sb.append(c);
            }
        }
        return sb.toString();
    }

    /** Code, digits, number, sign and name of a currency as one line; null if there is none. */
    private static String currency(String code) {
        return table("currencies", LocaleTable.CURRENCIES, ' ').get(code);
    }

    public static Iterable<String> currencies() {
        return table("currencies", LocaleTable.CURRENCIES, ' ').keySet();
    }

    public static boolean isCurrency(String code) {
        return currency(code) != null;
    }

    public static int currencyDigits(String code) {
        return Integer.parseInt(currency(code).split(" ", 2)[0]);
    }

    public static int currencyNumber(String code) {
        return Integer.parseInt(currency(code).split(" ", 3)[1]);
    }

    public static String currencyName(String code) {
        return currency(code).split(" ", 4)[3];
    }

    public static String currencySign(String code, Locale locale) {
        if (locale.getLanguage().isEmpty()) {
            return code;
        }
        if (code.equals(countryCurrency(locale.getCountry()))) {
            String own = table("signs", LocaleTable.SIGNS, ' ').get(locale.getLanguage() + "-" + locale.getCountry());
            if (own != null) {
                return own;
            }
        }
        String sign = currency(code).split(" ", 4)[2];
        // English elsewhere tells the dollars apart.
        boolean elsewhere = locale.getLanguage().equals("en") && !locale.getCountry().isEmpty()
                && !locale.getCountry().equals("US");
        return code.equals("USD") && elsewhere ? "US$" : sign;
    }

    private static String country(String code) {
        return table("countries", LocaleTable.COUNTRIES, ' ').get(code);
    }

    public static String[] countries() {
        return table("countries", LocaleTable.COUNTRIES, ' ').keySet().toArray(new String[0]);
    }

    /** The currency of a country; null if the country is not known, - if it has none. */
    public static String countryCurrency(String code) {
        String row = country(code);
        return row == null ? null : row.split(" ", 3)[1];
    }

    public static String country3(String code) {
        String row = country(code);
        return row == null ? null : row.split(" ", 2)[0];
    }

    public static String countryName(String code) {
        String row = country(code);
        return row == null ? null : row.split(" ", 3)[2];
    }

    public static String[] languages() {
        return table("languages", LocaleTable.LANGUAGES, ' ').keySet().toArray(new String[0]);
    }

    public static String language3(String code) {
        String row = table("languages", LocaleTable.LANGUAGES, ' ').get(code);
        return row == null ? null : row.split(" ", 2)[0];
    }

    public static String languageName(String code) {
        String row = table("languages", LocaleTable.LANGUAGES, ' ').get(code);
        return row == null ? null : row.split(" ", 2)[1];
    }
}
