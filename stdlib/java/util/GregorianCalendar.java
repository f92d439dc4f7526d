package java.util;

/** The calendar of most of the world: Julian up to a day in 1582, Gregorian from then on. */
public class GregorianCalendar extends Calendar {
    public static final int BC = 0;
    public static final int AD = 1;

    private static final long DAY = 86400000L;
    private static final long USUAL_CUTOVER = -12219292800000L;

    private static final int[] MIN = {0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, -13 * 3600000, 0};
    private static final int[] LEAST_MAX = {1, 292269054, 11, 52, 4, 28, 365, 7, 4, 1, 11, 23, 59, 59, 999, 14 * 3600000,
        20 * 60000};
    private static final int[] MAX = {1, 292278994, 11, 53, 6, 31, 366, 7, 6, 1, 11, 23, 59, 59, 999, 14 * 3600000, 2 * 3600000};

    private long gregorianCutover = USUAL_CUTOVER;

    public GregorianCalendar() {
        super();
        setTimeInMillis(System.currentTimeMillis());
    }

    public GregorianCalendar(TimeZone zone) {
        this(zone, Locale.getDefault(Locale.Category.FORMAT));
    }

    public GregorianCalendar(Locale aLocale) {
        this(TimeZone.getDefault(), aLocale);
    }

    public GregorianCalendar(TimeZone zone, Locale aLocale) {
        super(zone, aLocale);
        setTimeInMillis(System.currentTimeMillis());
    }

    public GregorianCalendar(int year, int month, int dayOfMonth) {
        this(year, month, dayOfMonth, 0, 0, 0);
    }

    public GregorianCalendar(int year, int month, int dayOfMonth, int hourOfDay, int minute) {
        this(year, month, dayOfMonth, hourOfDay, minute, 0);
    }

    public GregorianCalendar(int year, int month, int dayOfMonth, int hourOfDay, int minute, int second) {
        super();
        set(YEAR, year);
        set(MONTH, month);
        set(DAY_OF_MONTH, dayOfMonth);
        if (hourOfDay >= 12 && hourOfDay <= 23) {
            internalSet(AM_PM, PM);
            internalSet(HOUR, hourOfDay - 12);
        } else {
            internalSet(HOUR, hourOfDay);
            internalSet(AM_PM, AM);
        }
        stamp[HOUR] = COMPUTED;
        stamp[AM_PM] = COMPUTED;
        set(HOUR_OF_DAY, hourOfDay);
        set(MINUTE, minute);
        set(SECOND, second);
    }

    // Days since 1970 of dates, years counted through (1 BC is 0), months from 0.

    static long gregorianDay(long year, int month, int day) {
        // Years begin in March here, so that the leap day comes last.
        long y = month < 2 ? year - 1 : year;
        long m = (month + 10) % 12;
        return 365 * y + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400) + (m * 306 + 5) / 10 + day - 1 - 719468;
    }

    private static long julianDay(long year, int month, int day) {
        long y = month < 2 ? year - 1 : year;
        long m = (month + 10) % 12;
        return 365 * y + Math.floorDiv(y, 4) + (m * 306 + 5) / 10 + day - 1 - 719470;
    }

    static long yearOfDay(long day) {
        return gregorianDate(day)[0];
    }

    /** Year, month, day of the month. */
    private static long[] gregorianDate(long day) {
        long z = day + 719468;
        long era = Math.floorDiv(z, 146097L);
        long doe = z - era * 146097;
        long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        return fromMarch(yoe + era * 400, doe - (365 * yoe + yoe / 4 - yoe / 100));
    }

    private static long[] julianDate(long day) {
        long z = day + 719470;
        long era = Math.floorDiv(z, 1461L);
        long doe = z - era * 1461;
        long yoe = Math.min(doe / 365, 3);
        return fromMarch(yoe + era * 4, doe - 365 * yoe);
    }

    private static long[] fromMarch(long year, long dayOfYear) {
        long mp = (5 * dayOfYear + 2) / 153;
        long month = (mp + 2) % 12;
        return new long[] {month < 2 ? year + 1 : year, month, dayOfYear - (153 * mp + 2) / 5 + 1};
    }

    private long cutoverDay() {
        return Math.floorDiv(gregorianCutover, DAY);
    }

    /** The day of a date in this calendar, whichever of the two applies. */
    private long fixedDay(long year, int month, int day) {
        long g = gregorianDay(year, month, day);
        if (g >= cutoverDay()) {
            return g;
        }
        // A date that was left out at the change counts as Julian.
        return julianDay(year, month, day);
    }

    private long[] date(long day) {
        return day >= cutoverDay() ? gregorianDate(day) : julianDate(day);
    }

    public void setGregorianChange(Date date) {
        long c = date.getTime();
        if (c == gregorianCutover) {
            return;
        }
        getTimeInMillis();
        gregorianCutover = c;
        areFieldsSet = false;
        setTime0();
    }

    private void setTime0() {
        long t = time;
        time = ~t;
        setTimeInMillis(t);
    }

    public final Date getGregorianChange() {
        return new Date(gregorianCutover);
    }

    public boolean isLeapYear(int year) {
        if ((year & 3) != 0) {
            return false;
        }
        long cut = date(cutoverDay())[0];
        return year > cut || year == cut && gregorianDay(year, 1, 29) >= cutoverDay() ? year % 100 != 0 || year % 400 == 0 : true;
    }

    @Override
    public String getCalendarType() {
        return "gregory";
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof GregorianCalendar && super.equals(obj)
                && gregorianCutover == ((GregorianCalendar) obj).gregorianCutover;
    }

    @Override
    public int hashCode() {
        return super.hashCode() ^ (int) cutoverDay();
    }

    private int offsetAt(long millis) {
        return zone().getOffset(millis);
    }

    @Override
    protected void computeFields() {
        TimeZone z = zone();
        computeFields(z, z.getOffset(time));
    }

    private void computeFields(TimeZone z, int offset) {
        boolean summer = z.inDaylightTime(new Date(time));
        int savings = 0;
        if (summer) {
            savings = z.getDSTSavings() != 0 ? z.getDSTSavings() : Math.max(0, offset - z.getRawOffset());
        }
        long day = Math.floorDiv(time, DAY);
        long inDay = Math.floorMod(time, DAY) + offset;
        day += Math.floorDiv(inDay, DAY);
        inDay = Math.floorMod(inDay, DAY);
        long[] d = date(day);
        long year = d[0];
        setComputed(ERA, year <= 0 ? BC : AD);
        setComputed(YEAR, (int) (year <= 0 ? 1 - year : year));
        setComputed(MONTH, (int) d[1]);
        setComputed(DATE, (int) d[2]);
        setComputed(DAY_OF_WEEK, weekday(day));
        int tod = (int) inDay;
        int hours = tod / 3600000;
        setComputed(HOUR_OF_DAY, hours);
        setComputed(AM_PM, hours / 12);
        setComputed(HOUR, hours % 12);
        setComputed(MINUTE, tod / 60000 % 60);
        setComputed(SECOND, tod / 1000 % 60);
        setComputed(MILLISECOND, tod % 1000);
        setComputed(ZONE_OFFSET, offset - savings);
        setComputed(DST_OFFSET, savings);
        long jan1 = fixedDay(year, 0, 1);
        setComputed(DAY_OF_YEAR, (int) (day - jan1 + 1));
        setComputed(WEEK_OF_YEAR, weekOfYear(year, jan1, day));
        setComputed(WEEK_OF_MONTH, weekNumber(fixedDay(year, (int) d[1], 1), day));
        setComputed(DAY_OF_WEEK_IN_MONTH, (int) (day - fixedDay(year, (int) d[1], 1)) / 7 + 1);
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + 4, 7L) + 1;
    }

    private static long onOrBefore(long day, int dayOfWeek) {
        return day - Math.floorMod(weekday(day) - dayOfWeek, 7);
    }

    private int weekNumber(long first, long day) {
        long week = onOrBefore(first + 6, getFirstDayOfWeek());
        if (week - first >= getMinimalDaysInFirstWeek()) {
            week -= 7;
        }
        return (int) Math.floorDiv(day - week, 7L) + 1;
    }

    private int weekOfYear(long year, long jan1, long day) {
        int week = weekNumber(jan1, day);
        if (week == 0) {
            return weekNumber(fixedDay(year - 1, 0, 1), day);
        }
        if (week >= 52) {
            long next = fixedDay(year + 1, 0, 1);
            long first = onOrBefore(next + 6, getFirstDayOfWeek());
            if (first - next >= getMinimalDaysInFirstWeek()) {
                first -= 7;
            }
            if (day >= first) {
                return 1;
            }
        }
        return week;
    }

    private static int both(int a, int b) {
        return a == UNSET || b == UNSET ? UNSET : Math.max(a, b);
    }

    @Override
    protected void computeTime() {
        int[] before = null;
        if (!isLenient()) {
            before = fields.clone();
            for (int f = 0; f < FIELD_COUNT; f++) {
                if (stamp[f] >= MINIMUM_USER_STAMP && (fields[f] < getMinimum(f) || fields[f] > getMaximum(f))) {
                    throw new IllegalArgumentException(fieldName(f));
                }
            }
        }
        long year = stamp[YEAR] != UNSET ? fields[YEAR] : 1970;
        if (stamp[ERA] != UNSET) {
            if (fields[ERA] == BC) {
                year = 1 - year;
            } else if (fields[ERA] != AD) {
                throw new IllegalArgumentException("Invalid era");
            }
        }
        if (year <= 0 && stamp[ERA] == UNSET) {
            fields[ERA] = AD;
            setComputed(ERA, AD);
        }
        long inDay = timeOfDay();
        long day = fixedFromFields(year) + Math.floorDiv(inDay, DAY);
        long local = day * DAY + Math.floorMod(inDay, DAY);
        boolean userZone = stamp[ZONE_OFFSET] >= MINIMUM_USER_STAMP;
        boolean userSavings = stamp[DST_OFFSET] >= MINIMUM_USER_STAMP;
        if (userZone && userSavings) {
            time = local - fields[ZONE_OFFSET] - fields[DST_OFFSET];
        } else if (userZone) {
            int offset = offsetOf(local);
            int raw = zone().getRawOffset();
            time = local - fields[ZONE_OFFSET] - Math.max(0, offset - raw);
        } else if (userSavings) {
            time = local - zone().getRawOffset() - fields[DST_OFFSET];
        } else {
            time = local - offsetOf(local);
        }
        if (before != null) {
            checkFields(before);
        }
        // Fields that were set may have been out of range: they are computed anew when asked for.
        areFieldsSet = false;
    }

    /** In strict mode the fields must come out of the time as they went in. */
    private void checkFields(int[] before) {
        int[] stamps = stamp.clone();
        int[] kept = fields.clone();
        boolean[] sets = isSet.clone();
        boolean ownZone = stamps[ZONE_OFFSET] >= MINIMUM_USER_STAMP;
        if (ownZone) {
            computeFields(zone(), kept[ZONE_OFFSET] + kept[DST_OFFSET]);
        } else {
            computeFields();
        }
        for (int f = 0; f < (ownZone ? ZONE_OFFSET : FIELD_COUNT); f++) {
            if (stamps[f] >= MINIMUM_USER_STAMP && before[f] != fields[f]) {
                String text = fieldName(f) + ": " + before[f] + " -> " + fields[f];
                System.arraycopy(kept, 0, fields, 0, FIELD_COUNT);
                System.arraycopy(stamps, 0, stamp, 0, FIELD_COUNT);
                System.arraycopy(sets, 0, isSet, 0, FIELD_COUNT);
                throw new IllegalArgumentException(text);
            }
        }
    }

    /** The zone's offset for a local time; skipped times are of standard time, doubled ones of the later. */
    private int offsetOf(long local) {
        int a = offsetAt(local - zone().getRawOffset() - DAY);
        int b = offsetAt(local - zone().getRawOffset() + DAY);
        if (a == b) {
            int o = offsetAt(local - a);
            return o == a ? a : offsetAt(local - o) == o ? o : a;
        }
        if (offsetAt(local - b) == b) {
            return b;
        }
        return a;
    }

    private long timeOfDay() {
        long t = 0;
        int hourOfDay = stamp[HOUR_OF_DAY];
        int hour = both(stamp[HOUR], stamp[AM_PM]);
        int best = Math.max(hour, hourOfDay);
        if (best == UNSET) {
            best = Math.max(stamp[HOUR], stamp[AM_PM]);
        }
        if (best != UNSET) {
            if (best == hourOfDay) {
                t = fields[HOUR_OF_DAY];
            } else {
                t = stamp[HOUR] != UNSET ? fields[HOUR] : 0;
                if (stamp[AM_PM] != UNSET) {
                    t += 12L * fields[AM_PM];
                }
            }
        }
        t = t * 60 + (stamp[MINUTE] != UNSET ? fields[MINUTE] : 0);
        t = t * 60 + (stamp[SECOND] != UNSET ? fields[SECOND] : 0);
        return t * 1000 + (stamp[MILLISECOND] != UNSET ? fields[MILLISECOND] : 0);
    }

    /** The day that the fields mean; what was set last decides which of them. */
    private long fixedFromFields(long year) {
        int dow = stamp[DAY_OF_WEEK];
        int month = stamp[MONTH];
        int dom = stamp[DATE];
        int wom = both(stamp[WEEK_OF_MONTH], dow);
        int dowim = both(stamp[DAY_OF_WEEK_IN_MONTH], dow);
        int doy = stamp[DAY_OF_YEAR];
        int woy = both(stamp[WEEK_OF_YEAR], dow);
        int best = Math.max(Math.max(Math.max(dom, wom), Math.max(dowim, doy)), woy);
        boolean loose = best == UNSET;
        if (loose) {
            wom = stamp[WEEK_OF_MONTH];
            dowim = Math.max(stamp[DAY_OF_WEEK_IN_MONTH], dow);
            woy = stamp[WEEK_OF_YEAR];
            best = Math.max(Math.max(wom, dowim), woy);
            if (best == UNSET) {
                dom = month;
                best = dom;
            }
        }
        if (best == dom || best == wom && stamp[WEEK_OF_MONTH] >= stamp[WEEK_OF_YEAR]
                || best == dowim && stamp[DAY_OF_WEEK_IN_MONTH] >= stamp[WEEK_OF_YEAR]) {
            boolean byWeek = best != dom && (wom == dowim ? stamp[WEEK_OF_MONTH] >= stamp[DAY_OF_WEEK_IN_MONTH] : best == wom);
            return inMonth(year, best == dom, byWeek);
        }
        long first = fixedDay(year, 0, 1);
        if (best == doy && best != UNSET) {
            return first + fields[DAY_OF_YEAR] - 1;
        }
        return byWeeks(first, stamp[WEEK_OF_YEAR] != UNSET ? fields[WEEK_OF_YEAR] : 1);
    }

    private long byWeeks(long first, int week) {
        long start = onOrBefore(first + 6, getFirstDayOfWeek());
        if (start - first >= getMinimalDaysInFirstWeek()) {
            start -= 7;
        }
        if (stamp[DAY_OF_WEEK] != UNSET) {
            start = onOrBefore(start + 6, Math.floorMod(fields[DAY_OF_WEEK] - 1, 7) + 1);
        }
        return start + 7L * (week - 1);
    }

    private long inMonth(long year, boolean byDate, boolean byWeek) {
        long m = stamp[MONTH] != UNSET ? fields[MONTH] : 0;
        long y = year + Math.floorDiv(m, 12L);
        int month = (int) Math.floorMod(m, 12L);
        if (byDate) {
            int d = stamp[DATE] != UNSET ? fields[DATE] : 1;
            if (d >= 1 && d <= 28) {
                return fixedDay(y, month, d);
            }
            // Beyond the month, days count on from its first.
            long g = gregorianDay(y, month, 1) + d - 1;
            return g >= cutoverDay() && gregorianDay(y, month, 1) >= cutoverDay() ? g : julianOrGap(y, month, d);
        }
        long first = fixedDay(y, month, 1);
        if (byWeek) {
            return byWeeks(first, fields[WEEK_OF_MONTH]);
        }
        int dow = stamp[DAY_OF_WEEK] != UNSET ? fields[DAY_OF_WEEK] : getFirstDayOfWeek();
        int n = stamp[DAY_OF_WEEK_IN_MONTH] != UNSET ? fields[DAY_OF_WEEK_IN_MONTH] : 1;
        if (n >= 0) {
            return onOrBefore(first + 7L * n - 1, dow);
        }
        int length = monthLength(y, month);
        return onOrBefore(first + length + 7L * (n + 1) - 1, dow);
    }

    private long julianOrGap(long year, int month, int day) {
        long g = gregorianDay(year, month, 1) + day - 1;
        if (g >= cutoverDay()) {
            return g;
        }
        return julianDay(year, month, 1) + day - 1;
    }

    private int monthLength(long year, int month) {
        if (month == 1) {
            return isLeap(year) ? 29 : 28;
        }
        return month == 3 || month == 5 || month == 8 || month == 10 ? 30 : 31;
    }

    private boolean isLeap(long year) {
        return Math.floorMod(year, 4L) == 0 && (gregorianDay(year, 1, 28) < cutoverDay() || Math.floorMod(year, 100L) != 0
                || Math.floorMod(year, 400L) == 0);
    }

    private long year() {
        return internalGet(ERA) == BC ? 1L - internalGet(YEAR) : internalGet(YEAR);
    }

    private void setYear(long year) {
        if (year > 0) {
            set(ERA, AD);
            set(YEAR, (int) year);
        } else {
            set(ERA, BC);
            set(YEAR, (int) (1 - year));
        }
    }

    private void pinDate(long year, int month) {
        int length = monthLength(year, month);
        if (internalGet(DATE) > length) {
            set(DATE, length);
        } else {
            set(DATE, internalGet(DATE));
        }
    }

    @Override
    public void add(int field, int amount) {
        if (amount == 0) {
            return;
        }
        if (field < 0 || field >= ZONE_OFFSET) {
            throw new IllegalArgumentException();
        }
        complete();
        if (field == YEAR) {
            long y = year() + amount;
            int month = internalGet(MONTH);
            setYear(y);
            set(MONTH, month);
            pinDate(y, month);
            return;
        }
        if (field == MONTH) {
            long m = (long) internalGet(MONTH) + amount;
            long y = year() + Math.floorDiv(m, 12L);
            int month = (int) Math.floorMod(m, 12L);
            setYear(y);
            set(MONTH, month);
            pinDate(y, month);
            return;
        }
        if (field == ERA) {
            int era = Math.max(0, Math.min(1, internalGet(ERA) + amount));
            set(ERA, era);
            return;
        }
        addTime(field, amount);
    }

    private void addTime(int field, long amount) {
        long days = 0;
        long millis = 0;
        switch (field) {
            case WEEK_OF_YEAR:
            case WEEK_OF_MONTH:
            case DAY_OF_WEEK_IN_MONTH:
                days = 7 * amount;
                break;
            case DATE:
            case DAY_OF_YEAR:
            case DAY_OF_WEEK:
                days = amount;
                break;
            case AM_PM:
                days = amount / 2;
                millis = 12 * 3600000L * (amount % 2);
                break;
            case HOUR:
            case HOUR_OF_DAY:
                setTimeInMillis(time + amount * 3600000L);
                return;
            case MINUTE:
                setTimeInMillis(time + amount * 60000L);
                return;
            case SECOND:
                setTimeInMillis(time + amount * 1000L);
                return;
            default:
                setTimeInMillis(time + amount);
                return;
        }
        // The clock shows the same time on the other day.
        int offset = internalGet(ZONE_OFFSET) + internalGet(DST_OFFSET);
        long moved = time + days * DAY + millis;
        long day = Math.floorDiv(moved + offset, DAY);
        setTimeInMillis(moved);
        int change = offset - (internalGet(ZONE_OFFSET) + internalGet(DST_OFFSET));
        if (change != 0) {
            setTimeInMillis(time + change);
            long now = Math.floorDiv(time + internalGet(ZONE_OFFSET) + internalGet(DST_OFFSET), DAY);
            if (now != day) {
                setTimeInMillis(time - change);
            }
        }
    }

    @Override
    public void roll(int field, boolean up) {
        roll(field, up ? 1 : -1);
    }

    @Override
    public void roll(int field, int amount) {
        if (amount == 0) {
            return;
        }
        if (field < 0 || field >= ZONE_OFFSET) {
            throw new IllegalArgumentException();
        }
        complete();
        int min = getMinimum(field);
        int max = getMaximum(field);
        switch (field) {
            case HOUR:
            case HOUR_OF_DAY: {
                int unit = max + 1;
                int h = internalGet(field);
                int n = Math.floorMod(h + amount, unit);
                setTimeInMillis(time + 3600000L * (n - h));
                return;
            }
            case MONTH: {
                int month = Math.floorMod(internalGet(MONTH) + amount, 12);
                long y = year();
                set(MONTH, month);
                pinDate(y, month);
                return;
            }
            case YEAR: {
                int y = rolled(internalGet(YEAR), amount, 1, internalGet(ERA) == AD ? max : LEAST_MAX[YEAR]);
                set(YEAR, y);
                pinDate(internalGet(ERA) == BC ? 1L - y : y, internalGet(MONTH));
                return;
            }
            case WEEK_OF_YEAR:
                rollWeekOfYear(amount);
                return;
            case WEEK_OF_MONTH:
                rollWeekOfMonth(amount);
                return;
            case DATE:
                max = getActualMaximum(DATE);
                break;
            case DAY_OF_YEAR: {
                max = getActualMaximum(DAY_OF_YEAR);
                int d = rolled(internalGet(DAY_OF_YEAR), amount, 1, max);
                addTime(DATE, d - internalGet(DAY_OF_YEAR));
                return;
            }
            case DAY_OF_WEEK: {
                int at = Math.floorMod(internalGet(DAY_OF_WEEK) - getFirstDayOfWeek(), 7);
                addTime(DATE, Math.floorMod(at + amount, 7) - at);
                return;
            }
            case DAY_OF_WEEK_IN_MONTH: {
                int length = getActualMaximum(DATE);
                int inWeek = (internalGet(DATE) - 1) % 7;
                int weeks = (length - inWeek - 1) / 7 + 1;
                int now = (internalGet(DATE) - 1) / 7;
                addTime(DATE, 7L * (Math.floorMod(now + amount, weeks) - now));
                return;
            }
            default:
                break;
        }
        set(field, rolled(internalGet(field), amount, min, max));
    }

    private static int rolled(int value, int amount, int min, int max) {
        long range = (long) max - min + 1;
        return (int) (Math.floorMod((long) value - min + amount, range) + min);
    }

    private void rollWeekOfYear(int amount) {
        long y = year();
        int max = getActualMaximum(WEEK_OF_YEAR);
        int woy = internalGet(WEEK_OF_YEAR);
        long jan1 = fixedDay(y, 0, 1);
        long day = jan1 + internalGet(DAY_OF_YEAR) - 1;
        int target = woy + amount;
        if (target > 1 && target < max && woy == weekNumber(jan1, day)) {
            addTime(DATE, 7L * (target - woy));
            return;
        }
        // Only weeks that hold this day of the week in this year count.
        long first = jan1 + Math.floorMod(internalGet(DAY_OF_WEEK) - weekday(jan1), 7);
        long last = fixedDay(y + 1, 0, 1) - 1;
        long count = (last - first) / 7 + 1;
        long now = Math.floorDiv(day - first, 7L);
        addTime(DATE, 7 * (Math.floorMod(now + amount, count) - now));
    }

    private void rollWeekOfMonth(int amount) {
        long first = fixedDay(year(), internalGet(MONTH), 1);
        int length = getActualMaximum(DATE);
        long day = first + internalGet(DATE) - 1;
        long monthFirst = onOrBefore(first + 6, getFirstDayOfWeek());
        if (monthFirst - first >= getMinimalDaysInFirstWeek()) {
            monthFirst -= 7;
        }
        int max = getActualMaximum(WEEK_OF_MONTH);
        int value = rolled(internalGet(WEEK_OF_MONTH), amount, 1, max);
        long inWeek = Math.floorMod(weekday(day) - getFirstDayOfWeek(), 7);
        long target = monthFirst + 7L * (value - 1) + inWeek;
        target = Math.max(first, Math.min(target, first + length - 1));
        set(DATE, (int) (target - first) + 1);
    }

    @Override
    public int getMinimum(int field) {
        return MIN[field];
    }

    @Override
    public int getMaximum(int field) {
        return MAX[field];
    }

    @Override
    public int getGreatestMinimum(int field) {
        return MIN[field];
    }

    @Override
    public int getLeastMaximum(int field) {
        return LEAST_MAX[field];
    }

    @Override
    public int getActualMinimum(int field) {
        return getMinimum(field);
    }

    @Override
    public int getActualMaximum(int field) {
        GregorianCalendar c = this;
        if (!isTimeSet || !areFieldsSet) {
            c = (GregorianCalendar) clone();
            c.complete();
        }
        long y = c.year();
        int month = c.internalGet(MONTH);
        switch (field) {
            case DATE:
                return monthLength(y, month);
            case DAY_OF_YEAR:
                return (int) (fixedDay(y + 1, 0, 1) - fixedDay(y, 0, 1));
            case WEEK_OF_YEAR: {
                long jan1 = fixedDay(y, 0, 1);
                long last = fixedDay(y + 1, 0, 1) - 1;
                int week = weekOfYear(y, jan1, last);
                return week == 1 ? weekNumber(jan1, last - 7) : week;
            }
            case WEEK_OF_MONTH: {
                long first = fixedDay(y, month, 1);
                return weekNumber(first, first + monthLength(y, month) - 1);
            }
            case DAY_OF_WEEK_IN_MONTH: {
                long first = fixedDay(y, month, 1);
                int offset = Math.floorMod(c.internalGet(DAY_OF_WEEK) - weekday(first), 7);
                return (monthLength(y, month) - offset - 1) / 7 + 1;
            }
            case YEAR:
                return c.greatestYear();
            default:
                return getMaximum(field);
        }
    }

    /** The last year in which the calendar's day and time still have a place in the milliseconds of a long. */
    private int greatestYear() {
        boolean ad = internalGet(ERA) == AD;
        long limit = ad ? Long.MAX_VALUE : Long.MIN_VALUE;
        long day = Math.floorDiv(limit, DAY);
        long edge = (day - fixedDay(date(day)[0], 0, 1)) * DAY + Math.floorMod(limit, DAY);
        long now = (Math.floorDiv(time, DAY) - fixedDay(year(), 0, 1)) * DAY + Math.floorMod(time, DAY);
        return ad ? now > edge ? MAX[YEAR] - 1 : MAX[YEAR] : now < edge ? LEAST_MAX[YEAR] : LEAST_MAX[YEAR] + 1;
    }

    public java.time.ZonedDateTime toZonedDateTime() {
        return java.time.ZonedDateTime.ofInstant(toInstant(), getTimeZone().toZoneId());
    }

    public static GregorianCalendar from(java.time.ZonedDateTime zdt) {
        GregorianCalendar c = new GregorianCalendar(TimeZone.getTimeZone(zdt.getZone()));
        c.setGregorianChange(new Date(Long.MIN_VALUE));
        c.setFirstDayOfWeek(MONDAY);
        c.setMinimalDaysInFirstWeek(4);
        try {
            c.setTimeInMillis(zdt.toInstant().toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
        return c;
    }

    @Override
    public Object clone() {
        return super.clone();
    }

    @Override
    public TimeZone getTimeZone() {
        return super.getTimeZone();
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        super.setTimeZone(zone);
    }

    @Override
    public final boolean isWeekDateSupported() {
        return true;
    }

    @Override
    public int getWeekYear() {
        complete();
        long y = year();
        int week = internalGet(WEEK_OF_YEAR);
        if (internalGet(MONTH) == JANUARY && week >= 52) {
            y--;
        } else if (internalGet(MONTH) == DECEMBER && week == 1) {
            y++;
        }
        return (int) y;
    }

    @Override
    public void setWeekDate(int weekYear, int weekOfYear, int dayOfWeek) {
        if (dayOfWeek < SUNDAY || dayOfWeek > SATURDAY) {
            throw new IllegalArgumentException("invalid dayOfWeek: " + dayOfWeek);
        }
        GregorianCalendar c = (GregorianCalendar) clone();
        c.setLenient(true);
        long inDay = isTimeSet || stamp[HOUR_OF_DAY] != UNSET ? Math.floorMod(c.timeOfDayNow(), DAY) : 0;
        c.clear();
        c.set(YEAR, weekYear);
        c.set(WEEK_OF_YEAR, 1);
        c.set(DAY_OF_WEEK, getFirstDayOfWeek());
        long days = Math.floorMod(dayOfWeek - getFirstDayOfWeek(), 7) + 7L * (weekOfYear - 1);
        c.addTimeFrom(days);
        if (!isLenient() && (c.getWeekYear() != weekYear || c.internalGet(WEEK_OF_YEAR) != weekOfYear
                || c.internalGet(DAY_OF_WEEK) != dayOfWeek)) {
            throw new IllegalArgumentException();
        }
        set(ERA, c.internalGet(ERA));
        set(YEAR, c.internalGet(YEAR));
        set(MONTH, c.internalGet(MONTH));
        set(DATE, c.internalGet(DATE));
        set(HOUR_OF_DAY, (int) (inDay / 3600000));
        set(MINUTE, (int) (inDay / 60000 % 60));
        set(SECOND, (int) (inDay / 1000 % 60));
        set(MILLISECOND, (int) (inDay % 1000));
        complete();
    }

    private long timeOfDayNow() {
        complete();
        return internalGet(HOUR_OF_DAY) * 3600000L + internalGet(MINUTE) * 60000L + internalGet(SECOND) * 1000L
                + internalGet(MILLISECOND);
    }

    private void addTimeFrom(long days) {
        complete();
        addTime(DATE, days);
        complete();
    }

    @Override
    public int getWeeksInWeekYear() {
        GregorianCalendar c = (GregorianCalendar) clone();
        c.setLenient(true);
        int weekYear = getWeekYear();
        c.setWeekDate(weekYear, 2, internalGet(DAY_OF_WEEK));
        return c.getActualMaximum(WEEK_OF_YEAR);
    }
}
