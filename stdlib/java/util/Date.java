package java.util;

import java.time.Instant;
/** An instant in milliseconds since 1970; its fields are those of the default time zone. */
public class Date implements java.io.Serializable, Cloneable, Comparable<Date> {
    private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    private static final String[] WORDS = {"am", "pm", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "gmt", "ut", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"};
    /** Minutes west of Greenwich, of the words from gmt on. */
    private static final int[] WEST = {0, 0, 0, 300, 240, 360, 300, 420, 360, 480, 420};

    private transient long time;

    public Date() {
        this(System.currentTimeMillis());
    }

    public Date(long date) {
        time = date;
    }

    @Deprecated
    public Date(int year, int month, int date) {
        this(year, month, date, 0, 0, 0);
    }

    @Deprecated
    public Date(int year, int month, int date, int hrs, int min) {
        this(year, month, date, hrs, min, 0);
    }

    @Deprecated
    public Date(int year, int month, int date, int hrs, int min, int sec) {
        set(year, month, date, hrs, min, sec, 0);
    }

    @Deprecated
    public Date(String s) {
        this(parse(s));
    }

    @Deprecated
    public static long UTC(int year, int month, int date, int hrs, int min, int sec) {
        GregorianCalendar c = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        c.clear();
        c.set(year + 1900, month, date, hrs, min, sec);
        return c.getTimeInMillis();
    }

    @Deprecated
    public static long parse(String s) {
        return new DateText(s, WORDS, WEST).millis();
    }

    public long getTime() {
        return time;
    }

    public void setTime(long time) {
        this.time = time;
    }

    private GregorianCalendar fields() {
        GregorianCalendar c = new GregorianCalendar(TimeZone.shared(), Locale.ROOT);
        c.setTimeInMillis(time);
        return c;
    }

    private int field(int field) {
        return fields().get(field);
    }

    private void set(int year, int month, int date, int hours, int minutes, int seconds, int millis) {
        GregorianCalendar c = fields();
        c.clear();
        c.set(year + 1900, month, date, hours, minutes, seconds);
        c.set(Calendar.MILLISECOND, millis);
        time = c.getTimeInMillis();
    }

    private void set(int field, int value) {
        GregorianCalendar c = fields();
        int[] all = {Calendar.YEAR, Calendar.MONTH, Calendar.DATE, Calendar.HOUR_OF_DAY, Calendar.MINUTE, Calendar.SECOND,
            Calendar.MILLISECOND};
        int[] values = new int[7];
        for (int i = 0; i < 7; i++) {
            values[i] = all[i] == field ? value : c.get(all[i]);
        }
        set(values[0] - 1900, values[1], values[2], values[3], values[4], values[5], values[6]);
    }

    @Deprecated
    public int getYear() {
        GregorianCalendar c = fields();
        int y = c.get(Calendar.YEAR);
        return (c.get(Calendar.ERA) == GregorianCalendar.BC ? 1 - y : y) - 1900;
    }

    @Deprecated
    public void setYear(int year) {
        set(Calendar.YEAR, year + 1900);
    }

    @Deprecated
    public int getMonth() {
        return field(Calendar.MONTH);
    }

    @Deprecated
    public void setMonth(int month) {
        set(Calendar.MONTH, month);
    }

    @Deprecated
    public int getDate() {
        return field(Calendar.DATE);
    }

    @Deprecated
    public void setDate(int date) {
        set(Calendar.DATE, date);
    }

    @Deprecated
    public int getDay() {
        return field(Calendar.DAY_OF_WEEK) - 1;
    }

    @Deprecated
    public int getHours() {
        return field(Calendar.HOUR_OF_DAY);
    }

    @Deprecated
    public void setHours(int hours) {
        set(Calendar.HOUR_OF_DAY, hours);
    }

    @Deprecated
    public int getMinutes() {
        return field(Calendar.MINUTE);
    }

    @Deprecated
    public void setMinutes(int minutes) {
        set(Calendar.MINUTE, minutes);
    }

    @Deprecated
    public int getSeconds() {
        return field(Calendar.SECOND);
    }

    @Deprecated
    public void setSeconds(int seconds) {
        set(Calendar.SECOND, seconds);
    }

    @Deprecated
    public int getTimezoneOffset() {
        return -TimeZone.shared().getOffset(time) / 60000;
    }

    public static Date from(java.time.Instant instant) {
        try {
            return new Date(instant.toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public java.time.Instant toInstant() {
        return java.time.Instant.ofEpochMilli(getTime());
    }

    public boolean before(Date when) {
        return time < when.time;
    }

    public boolean after(Date when) {
        return time > when.time;
    }

    @Override
    public int compareTo(Date anotherDate) {
        return Long.compare(time, anotherDate.time);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Date && time == ((Date) obj).time;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(time);
    }

    @Override
    public Object clone() {
        try {
            return super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }

    private static void two(StringBuilder sb, int v) {
        if (v < 10) {
            sb.append('0');
        }
        sb.append(v);
    }

    private static void clock(StringBuilder sb, Calendar c) {
        two(sb, c.get(Calendar.HOUR_OF_DAY));
        sb.append(':');
        two(sb, c.get(Calendar.MINUTE));
        sb.append(':');
        two(sb, c.get(Calendar.SECOND));
    }

    @Override
    public String toString() {
        GregorianCalendar c = fields();
        TimeZone zone = TimeZone.shared();
        StringBuilder sb = new StringBuilder(28);
        sb.append(DAYS[c.get(Calendar.DAY_OF_WEEK) - 1]).append(' ').append(MONTHS[c.get(Calendar.MONTH)]).append(' ');
        two(sb, c.get(Calendar.DATE));
        sb.append(' ');
        clock(sb, c);
        sb.append(' ').append(zone.getDisplayName(zone.inDaylightTime(this), TimeZone.SHORT, Locale.US));
        return sb.append(' ').append(c.get(Calendar.YEAR)).toString();
    }

    @Deprecated
    public String toLocaleString() {
        return java.text.DateFormat.getDateTimeInstance().format(this);
    }

    @Deprecated
    public String toGMTString() {
        GregorianCalendar c = new GregorianCalendar(TimeZone.getTimeZone("GMT"), Locale.ROOT);
        c.setTimeInMillis(time);
        StringBuilder sb = new StringBuilder(28);
        sb.append(c.get(Calendar.DATE)).append(' ').append(MONTHS[c.get(Calendar.MONTH)]).append(' ')
                .append(c.get(Calendar.YEAR)).append(' ');
        clock(sb, c);
        return sb.append(" GMT").toString();
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
        out.writeLong(getTime());
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        setTime(in.readLong());
    }
}
