package java.util;

/** Reads dates as people and mail programs write them, for {@link Date#parse}. */
final class DateText {
    private final String s;
    private final String[] words;
    private final int[] west;
    private int year = Integer.MIN_VALUE;
    private int month = -1;
    private int day = -1;
    private int hour = -1;
    private int minute = -1;
    private int second = -1;
    private int offset = -1;
    private int before;

    DateText(String s, String[] words, int[] west) {
        if (s == null) {
            throw bad();
        }
        this.s = s;
        this.words = words;
        this.west = west;
    }

    private static IllegalArgumentException bad() {
        return new IllegalArgumentException();
    }

    long millis() {
        int i = 0;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c <= ' ' || c == ',') {
                i++;
            } else if (c == '(') {
                i = skipComment(i);
            } else if (c >= '0' && c <= '9') {
                i = number(i);
                continue;
            } else if (c == '/' || c == ':' || c == '+' || c == '-') {
                before = c;
                i++;
                continue;
            } else {
                i = word(i);
            }
            if (c > ' ') {
                before = 0;
            }
        }
        if (year == Integer.MIN_VALUE || month < 0 || day < 0) {
            throw bad();
        }
        if (year < 100) {
            int century = new GregorianCalendar().get(Calendar.YEAR) - 80;
            year += century / 100 * 100;
            if (year < century) {
                year += 100;
            }
        }
        GregorianCalendar c = new GregorianCalendar(offset == -1 ? TimeZone.getDefault() : TimeZone.getTimeZone("UTC"), Locale.ROOT);
        c.clear();
        c.set(year, month, day, Math.max(hour, 0), Math.max(minute, 0), Math.max(second, 0));
        return c.getTimeInMillis() + (offset == -1 ? 0 : offset * 60000L);
    }

    private int skipComment(int at) {
        int depth = 0;
        int i = at;
        while (i < s.length()) {
            char c = s.charAt(i++);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            }
        }
        return i;
    }

    private int number(int at) {
        int i = at;
        long n = 0;
        while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9' && n < 1000000) {
            n = n * 10 + s.charAt(i++) - '0';
        }
        char next = i < s.length() ? s.charAt(i) : ' ';
        int v = (int) n;
        if (before == '+' || before == '-' && year != Integer.MIN_VALUE) {
            if (offset != 0 && offset != -1) {
                throw bad();
            }
            int minutes = v < 24 ? v * 60 : v % 100 + v / 100 * 60;
            offset = before == '+' ? -minutes : minutes;
        } else if (v >= 70 && (before == '/' && month >= 0 && day >= 0 || !(next == ':' || next == '/'))) {
            if (year != Integer.MIN_VALUE) {
                throw bad();
            }
            year = v;
        } else if (next == ':') {
            if (hour < 0) {
                hour = v;
            } else if (minute < 0) {
                minute = v;
            } else {
                throw bad();
            }
            i++;
        } else if (next == '/') {
            if (month < 0) {
                month = v - 1;
            } else if (day < 0) {
                day = v;
            } else {
                throw bad();
            }
            i++;
        } else if (hour >= 0 && minute < 0) {
            minute = v;
        } else if (minute >= 0 && second < 0) {
            second = v;
        } else if (day < 0) {
            day = v;
        } else if (year == Integer.MIN_VALUE && month >= 0 && day >= 0) {
            year = v;
        } else {
            throw bad();
        }
        before = next == ':' ? 0 : next == '/' ? '/' : 0;
        return i;
    }

    private int word(int at) {
        int i = at;
        while (i < s.length() && Character.isLetter(s.charAt(i))) {
            i++;
        }
        if (i == at) {
            throw bad();
        }
        if (i - at <= 1) {
            throw bad();
        }
        for (int k = words.length - 1; k >= 0; k--) {
            if (words[k].regionMatches(true, 0, s, at, i - at)) {
                apply(k);
                return i;
            }
        }
        throw bad();
    }

    private void apply(int k) {
        if (k < 2) {
            if (hour > 12 || hour < 1) {
                throw bad();
            }
            hour = k == 0 ? hour % 12 : hour % 12 + 12;
        } else if (k >= 21) {
            offset = west[k - 21];
        } else if (k >= 9) {
            if (month >= 0) {
                throw bad();
            }
            month = k - 9;
        }
    }
}
