package java.util;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.text.DateFormatSymbols;

/** An instant as fields of a calendar. Fields that are set decide in the order in which they were set. */
public abstract class Calendar implements Serializable, Cloneable, Comparable<Calendar> {
    public static final int ERA = 0;
    public static final int YEAR = 1;
    public static final int MONTH = 2;
    public static final int WEEK_OF_YEAR = 3;
    public static final int WEEK_OF_MONTH = 4;
    public static final int DATE = 5;
    public static final int DAY_OF_MONTH = 5;
    public static final int DAY_OF_YEAR = 6;
    public static final int DAY_OF_WEEK = 7;
    public static final int DAY_OF_WEEK_IN_MONTH = 8;
    public static final int AM_PM = 9;
    public static final int HOUR = 10;
    public static final int HOUR_OF_DAY = 11;
    public static final int MINUTE = 12;
    public static final int SECOND = 13;
    public static final int MILLISECOND = 14;
    public static final int ZONE_OFFSET = 15;
    public static final int DST_OFFSET = 16;
    public static final int FIELD_COUNT = 17;
    public static final int SUNDAY = 1;
    public static final int MONDAY = 2;
    public static final int TUESDAY = 3;
    public static final int WEDNESDAY = 4;
    public static final int THURSDAY = 5;
    public static final int FRIDAY = 6;
    public static final int SATURDAY = 7;
    public static final int JANUARY = 0;
    public static final int FEBRUARY = 1;
    public static final int MARCH = 2;
    public static final int APRIL = 3;
    public static final int MAY = 4;
    public static final int JUNE = 5;
    public static final int JULY = 6;
    public static final int AUGUST = 7;
    public static final int SEPTEMBER = 8;
    public static final int OCTOBER = 9;
    public static final int NOVEMBER = 10;
    public static final int DECEMBER = 11;
    public static final int UNDECIMBER = 12;
    public static final int AM = 0;
    public static final int PM = 1;
    public static final int ALL_STYLES = 0;
    public static final int SHORT = 1;
    public static final int LONG = 2;
    public static final int NARROW_FORMAT = 4;
    public static final int NARROW_STANDALONE = NARROW_FORMAT | 0x8000;
    public static final int SHORT_FORMAT = 1;
    public static final int LONG_FORMAT = 2;
    public static final int SHORT_STANDALONE = SHORT | 0x8000;
    public static final int LONG_STANDALONE = LONG | 0x8000;

    static final int UNSET = 0;
    static final int COMPUTED = 1;
    static final int MINIMUM_USER_STAMP = 2;

    private static final String[] FIELD_NAMES = {"ERA", "YEAR", "MONTH", "WEEK_OF_YEAR", "WEEK_OF_MONTH", "DAY_OF_MONTH",
        "DAY_OF_YEAR", "DAY_OF_WEEK", "DAY_OF_WEEK_IN_MONTH", "AM_PM", "HOUR", "HOUR_OF_DAY", "MINUTE", "SECOND",
        "MILLISECOND", "ZONE_OFFSET", "DST_OFFSET"};
    /** Countries whose weeks begin on Sunday, and with Saturday. */
    private static final String SUNDAYS = " AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA"
            + " MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW ";
    private static final String SATURDAYS = " AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY ";
    /** Countries where the first week of a year has at least four days. */
    private static final String FOUR_DAYS = " AD AT AX BE BG CH CZ DE DK EE ES FI FJ FO FR GB GF GG GI GP GR HU IE IM IS IT JE LI"
            + " LT LU MC MQ NL NO PL PT RE RU SE SJ SK SM VA ";

    protected int[] fields = new int[FIELD_COUNT];
    protected boolean[] isSet = new boolean[FIELD_COUNT];
    protected long time;
    protected boolean isTimeSet;
    protected boolean areFieldsSet;

    transient int[] stamp = new int[FIELD_COUNT];
    private transient int nextStamp = MINIMUM_USER_STAMP;
    private transient boolean areAllFieldsSet;
    private boolean lenient = true;
    private TimeZone zone;
    private transient boolean sharedZone;
    private int firstDayOfWeek;
    private int minimalDaysInFirstWeek;

    protected Calendar() {
        this(TimeZone.shared(), Locale.getDefault(Locale.Category.FORMAT));
        sharedZone = true;
    }

    protected Calendar(TimeZone zone, Locale aLocale) {
        this.zone = zone;
        String country = " " + aLocale.getCountry() + " ";
        boolean plain = aLocale.getCountry().isEmpty();
        firstDayOfWeek = plain || SUNDAYS.contains(country) ? SUNDAY : SATURDAYS.contains(country) ? SATURDAY
                : country.equals(" MV ") ? FRIDAY : MONDAY;
        minimalDaysInFirstWeek = !plain && FOUR_DAYS.contains(country) ? 4 : 1;
    }

    public static Calendar getInstance() {
        return new GregorianCalendar();
    }

    public static Calendar getInstance(TimeZone zone) {
        return new GregorianCalendar(zone, Locale.getDefault(Locale.Category.FORMAT));
    }

    public static Calendar getInstance(Locale aLocale) {
        return new GregorianCalendar(TimeZone.shared(), aLocale);
    }

    public static Calendar getInstance(TimeZone zone, Locale aLocale) {
        return new GregorianCalendar(zone, aLocale);
    }

    public static synchronized Locale[] getAvailableLocales() {
        return Locale.getAvailableLocales();
    }

    public static Set<String> getAvailableCalendarTypes() {
        return Set.of("gregory");
    }

    public String getCalendarType() {
        return getClass().getName();
    }

    public final java.time.Instant toInstant() {
        return java.time.Instant.ofEpochMilli(getTimeInMillis());
    }

    protected abstract void computeTime();

    protected abstract void computeFields();

    public final Date getTime() {
        return new Date(getTimeInMillis());
    }

    public final void setTime(Date date) {
        Objects.requireNonNull(date, "date must not be null");
        setTimeInMillis(date.getTime());
    }

    public long getTimeInMillis() {
        if (!isTimeSet) {
            updateTime();
        }
        return time;
    }

    public void setTimeInMillis(long millis) {
        if (time == millis && isTimeSet && areFieldsSet && areAllFieldsSet) {
            return;
        }
        time = millis;
        isTimeSet = true;
        areFieldsSet = false;
        computeFields();
        areAllFieldsSet = true;
        areFieldsSet = true;
    }

    private void updateTime() {
        computeTime();
        isTimeSet = true;
    }

    public int get(int field) {
        complete();
        return internalGet(field);
    }

    protected final int internalGet(int field) {
        return fields[field];
    }

    final void internalSet(int field, int value) {
        fields[field] = value;
    }

    /** A field as computing it from the time leaves it. */
    final void setComputed(int field, int value) {
        fields[field] = value;
        isSet[field] = true;
        stamp[field] = COMPUTED;
    }

    public void set(int field, int value) {
        if (areFieldsSet && !areAllFieldsSet) {
            computeFields();
        }
        fields[field] = value;
        isTimeSet = false;
        areFieldsSet = false;
        isSet[field] = true;
        stamp[field] = nextStamp++;
        if (nextStamp == Integer.MAX_VALUE) {
            adjustStamps();
        }
    }

    /** Makes stamps small again, in the same order. */
    private void adjustStamps() {
        int next = MINIMUM_USER_STAMP;
        int done = MINIMUM_USER_STAMP - 1;
        while (true) {
            int least = Integer.MAX_VALUE;
            for (int s : stamp) {
                if (s > done && s < least && s >= next) {
                    least = s;
                }
            }
            if (least == Integer.MAX_VALUE) {
                break;
            }
            for (int i = 0; i < stamp.length; i++) {
                if (stamp[i] == least) {
                    stamp[i] = next;
                }
            }
            done = next++;
        }
        nextStamp = next;
    }

    public final void set(int year, int month, int date) {
        set(YEAR, year);
        set(MONTH, month);
        set(DATE, date);
    }

    public final void set(int year, int month, int date, int hourOfDay, int minute) {
        set(year, month, date);
        set(HOUR_OF_DAY, hourOfDay);
        set(MINUTE, minute);
    }

    public final void set(int year, int month, int date, int hourOfDay, int minute, int second) {
        set(year, month, date, hourOfDay, minute);
        set(SECOND, second);
    }

    public final void clear() {
        for (int i = 0; i < FIELD_COUNT; i++) {
            fields[i] = 0;
            stamp[i] = UNSET;
            isSet[i] = false;
        }
        areAllFieldsSet = false;
        areFieldsSet = false;
        isTimeSet = false;
    }

    public final void clear(int field) {
        fields[field] = 0;
        stamp[field] = UNSET;
        isSet[field] = false;
        areAllFieldsSet = false;
        areFieldsSet = false;
        isTimeSet = false;
    }

    public final boolean isSet(int field) {
        return stamp[field] != UNSET;
    }

    protected void complete() {
        if (!isTimeSet) {
            updateTime();
        }
        if (!areFieldsSet || !areAllFieldsSet) {
            computeFields();
            areAllFieldsSet = true;
            areFieldsSet = true;
        }
    }

    public String getDisplayName(int field, int style, Locale locale) {
        check(field, style, locale);
        if (style == ALL_STYLES) {
            throw new IllegalArgumentException();
        }
        String[] names = names(field, style, locale);
        int value = get(field);
        return names == null || value >= names.length ? null : names[value];
    }

    public Map<String, Integer> getDisplayNames(int field, int style, Locale locale) {
        check(field, style, locale);
        Map<String, Integer> map = new HashMap<>();
        for (int s : style != ALL_STYLES ? new int[] {style} : field == AM_PM
                ? new int[] {SHORT, LONG, NARROW_FORMAT} : new int[] {SHORT, LONG}) {
            String[] names = names(field, s, locale);
            for (int i = 0; names != null && i < names.length; i++) {
                if (!names[i].isEmpty()) {
                    map.put(names[i], i);
                }
            }
        }
        return map.isEmpty() ? null : map;
    }

    private static void check(int field, int style, Locale locale) {
        Objects.requireNonNull(locale);
        int plain = style & ~0x8000;
        if (field < 0 || field >= FIELD_COUNT || plain != ALL_STYLES && plain != SHORT && plain != LONG && plain != NARROW_FORMAT) {
            throw new IllegalArgumentException();
        }
    }

    private static String[] names(int field, int style, Locale locale) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        int plain = style & ~0x8000;
        String[] names;
        switch (field) {
            case ERA:
                names = symbols.getEras();
                break;
            case MONTH:
                names = plain == LONG ? symbols.getMonths() : symbols.getShortMonths();
                break;
            case DAY_OF_WEEK:
                names = plain == LONG ? symbols.getWeekdays() : symbols.getShortWeekdays();
                break;
            case AM_PM:
                names = symbols.getAmPmStrings();
                break;
            default:
                return null;
        }
        if (plain == NARROW_FORMAT) {
            for (int i = 0; i < names.length; i++) {
                names[i] = names[i].isEmpty() ? "" : field == AM_PM ? names[i].substring(0, 1).toLowerCase(Locale.ROOT)
                        : names[i].substring(0, 1);
            }
        }
        return names;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (!(obj instanceof Calendar)) {
            return false;
        }
        Calendar o = (Calendar) obj;
        return getTimeInMillis() == o.getTimeInMillis() && lenient == o.lenient && firstDayOfWeek == o.firstDayOfWeek
                && minimalDaysInFirstWeek == o.minimalDaysInFirstWeek && zone.equals(o.zone);
    }

    @Override
    public int hashCode() {
        return (lenient ? 1 : 0) | firstDayOfWeek << 1 | minimalDaysInFirstWeek << 4 | zone.hashCode() << 7
                ^ Long.hashCode(getTimeInMillis());
    }

    public boolean before(Object when) {
        return when instanceof Calendar && compareTo((Calendar) when) < 0;
    }

    public boolean after(Object when) {
        return when instanceof Calendar && compareTo((Calendar) when) > 0;
    }

    @Override
    public int compareTo(Calendar anotherCalendar) {
        return Long.compare(getTimeInMillis(), anotherCalendar.getTimeInMillis());
    }

    public abstract void add(int field, int amount);

    public abstract void roll(int field, boolean up);

    public void roll(int field, int amount) {
        for (int i = Math.abs(amount); i > 0; i--) {
            roll(field, amount > 0);
        }
    }

    public void setTimeZone(TimeZone value) {
        zone = value;
        sharedZone = false;
        areAllFieldsSet = false;
        areFieldsSet = false;
    }

    public TimeZone getTimeZone() {
        if (sharedZone) {
            zone = (TimeZone) zone.clone();
            sharedZone = false;
        }
        return zone;
    }

    TimeZone zone() {
        return zone;
    }

    public void setLenient(boolean lenient) {
        this.lenient = lenient;
    }

    public boolean isLenient() {
        return lenient;
    }

    public void setFirstDayOfWeek(int value) {
        if (firstDayOfWeek != value) {
            firstDayOfWeek = value;
            weeksChanged();
        }
    }

    public int getFirstDayOfWeek() {
        return firstDayOfWeek;
    }

    public void setMinimalDaysInFirstWeek(int value) {
        if (minimalDaysInFirstWeek != value) {
            minimalDaysInFirstWeek = value;
            weeksChanged();
        }
    }

    public int getMinimalDaysInFirstWeek() {
        return minimalDaysInFirstWeek;
    }

    /** Weeks have new numbers now. */
    private void weeksChanged() {
        if (stamp[WEEK_OF_MONTH] != COMPUTED && stamp[WEEK_OF_YEAR] != COMPUTED) {
            return;
        }
        if (isTimeSet) {
            computeFields();
        } else {
            areFieldsSet = false;
        }
    }

    public boolean isWeekDateSupported() {
        return false;
    }

    public int getWeekYear() {
        throw new UnsupportedOperationException();
    }

    public void setWeekDate(int weekYear, int weekOfYear, int dayOfWeek) {
        throw new UnsupportedOperationException();
    }

    public int getWeeksInWeekYear() {
        throw new UnsupportedOperationException();
    }

    public abstract int getMinimum(int field);

    public abstract int getMaximum(int field);

    public abstract int getGreatestMinimum(int field);

    public abstract int getLeastMaximum(int field);

    public int getActualMinimum(int field) {
        return getMinimum(field);
    }

    public int getActualMaximum(int field) {
        int least = getLeastMaximum(field);
        int most = getMaximum(field);
        Calendar work = (Calendar) clone();
        work.setLenient(true);
        int result = least;
        while (least < most) {
            work.set(field, least + 1);
            if (work.get(field) != least + 1) {
                break;
            }
            result = ++least;
        }
        return result;
    }

    @Override
    public Object clone() {
        try {
            Calendar other = (Calendar) super.clone();
            other.fields = fields.clone();
            other.isSet = isSet.clone();
            other.stamp = stamp.clone();
            other.zone = sharedZone ? zone : (TimeZone) zone.clone();
            return other;
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    static String fieldName(int field) {
        return FIELD_NAMES[field];
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(800).append(getClass().getName()).append('[');
        append(sb, "time", isTimeSet, time);
        sb.append(",areFieldsSet=").append(areFieldsSet).append(",areAllFieldsSet=").append(areAllFieldsSet);
        sb.append(",lenient=").append(lenient).append(",zone=").append(zone);
        append(sb, ",firstDayOfWeek", true, firstDayOfWeek);
        append(sb, ",minimalDaysInFirstWeek", true, minimalDaysInFirstWeek);
        for (int i = 0; i < FIELD_COUNT; i++) {
            sb.append(',');
            append(sb, FIELD_NAMES[i], isSet[i] || stamp[i] != UNSET, fields[i]);
        }
        return sb.append(']').toString();
    }

    private static void append(StringBuilder sb, String name, boolean known, long value) {
        sb.append(name).append('=');
        if (known) {
            sb.append(value);
        } else {
            sb.append('?');
        }
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        if (!isTimeSet) {
            updateTime();
        }
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        stamp = new int[FIELD_COUNT];
        nextStamp = MINIMUM_USER_STAMP;
        for (int i = 0; i < FIELD_COUNT; i++) {
            stamp[i] = isSet[i] ? COMPUTED : UNSET;
        }
        areAllFieldsSet = false;
        areFieldsSet = false;
    }

    /** Puts a calendar together. */
    public static class Builder {
        private final int[] values = new int[FIELD_COUNT];
        private final int[] order = new int[FIELD_COUNT];
        private int set;
        private long instant;
        private boolean instantSet;
        private TimeZone zone;
        private boolean lenient = true;
        private Locale locale;
        private String type;
        private int firstDayOfWeek;
        private int minimalDaysInFirstWeek;
        private int[] weekDate;

        public Builder() {
        }

        public Builder setInstant(long instant) {
            if (set > 0 || weekDate != null) {
                throw new IllegalStateException();
            }
            this.instant = instant;
            instantSet = true;
            return this;
        }

        public Builder setInstant(Date instant) {
            return setInstant(instant.getTime());
        }

        public Builder set(int field, int value) {
            if (field < 0 || field >= FIELD_COUNT) {
                throw new IllegalArgumentException("field is invalid");
            }
            if (instantSet) {
                throw new IllegalStateException("instant has been set");
            }
            values[field] = value;
            order[field] = ++set;
            return this;
        }

        public Builder setFields(int... fieldValuePairs) {
            if (fieldValuePairs.length % 2 != 0) {
                throw new IllegalArgumentException();
            }
            for (int i = 0; i < fieldValuePairs.length; i += 2) {
                set(fieldValuePairs[i], fieldValuePairs[i + 1]);
            }
            return this;
        }

        public Builder setDate(int year, int month, int dayOfMonth) {
            return setFields(YEAR, year, MONTH, month, DAY_OF_MONTH, dayOfMonth);
        }

        public Builder setTimeOfDay(int hourOfDay, int minute, int second) {
            return setTimeOfDay(hourOfDay, minute, second, 0);
        }

        public Builder setTimeOfDay(int hourOfDay, int minute, int second, int millis) {
            return setFields(HOUR_OF_DAY, hourOfDay, MINUTE, minute, SECOND, second, MILLISECOND, millis);
        }

        public Builder setWeekDate(int weekYear, int weekOfYear, int dayOfWeek) {
            if (instantSet) {
                throw new IllegalStateException("instant has been set");
            }
            weekDate = new int[] {weekYear, weekOfYear, dayOfWeek};
            set++;
            return this;
        }

        public Builder setTimeZone(TimeZone zone) {
            this.zone = Objects.requireNonNull(zone);
            return this;
        }

        public Builder setLenient(boolean lenient) {
            this.lenient = lenient;
            return this;
        }

        public Builder setCalendarType(String type) {
            String t = type.equals("gregorian") ? "gregory" : type;
            if (!t.equals("gregory") && !t.equals("iso8601")) {
                throw new IllegalArgumentException("unknown calendar type: " + type);
            }
            if (this.type != null && !this.type.equals(t)) {
                throw new IllegalStateException();
            }
            this.type = t;
            return this;
        }

        public Builder setLocale(Locale locale) {
            this.locale = Objects.requireNonNull(locale);
            return this;
        }

        public Builder setWeekDefinition(int firstDayOfWeek, int minimalDaysInFirstWeek) {
            if (firstDayOfWeek < 1 || firstDayOfWeek > 7 || minimalDaysInFirstWeek < 1 || minimalDaysInFirstWeek > 7) {
                throw new IllegalArgumentException();
            }
            this.firstDayOfWeek = firstDayOfWeek;
            this.minimalDaysInFirstWeek = minimalDaysInFirstWeek;
            return this;
        }

        public Calendar build() {
            TimeZone z = zone == null ? TimeZone.getDefault() : zone;
            Locale l = locale == null ? Locale.getDefault(Locale.Category.FORMAT) : locale;
            GregorianCalendar c = new GregorianCalendar(z, l);
            if ("iso8601".equals(type)) {
                c.setGregorianChange(new Date(Long.MIN_VALUE));
                c.setFirstDayOfWeek(MONDAY);
                c.setMinimalDaysInFirstWeek(4);
            }
            if (firstDayOfWeek != 0) {
                c.setFirstDayOfWeek(firstDayOfWeek);
                c.setMinimalDaysInFirstWeek(minimalDaysInFirstWeek);
            }
            c.setLenient(lenient);
            if (instantSet) {
                c.setTimeInMillis(instant);
                c.complete();
                return c;
            }
            c.clear();
            for (int n = 1; n <= set; n++) {
                for (int f = 0; f < FIELD_COUNT; f++) {
                    if (order[f] == n) {
                        c.set(f, values[f]);
                    }
                }
            }
            if (weekDate != null) {
                c.setWeekDate(weekDate[0], weekDate[1], weekDate[2]);
                for (int f = AM_PM; f < FIELD_COUNT; f++) {
                    if (order[f] > 0) {
                        c.set(f, values[f]);
                    }
                }
            }
            c.complete();
            return c;
        }
    }
}
