package java.util;

/** An instant in milliseconds since 1970; its fields and texts are those of UTC, the only time zone that the library knows so far. */
public class Date implements java.io.Serializable, Cloneable, Comparable<Date> {
    private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    private static final long DAY = 86400000L;

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
        time = UTC(year, month, date, hrs, min, sec);
    }

    @Deprecated
    public static long UTC(int year, int month, int date, int hrs, int min, int sec) {
        long y = 1900L + year + Math.floorDiv(month, 12);
        return ((daysTo(y, Math.floorMod(month, 12)) + date - 1) * 24 + hrs) * 3600000L + min * 60000L + sec * 1000L;
    }

    /** Days from 1970 to the first of a month (0 to 11) of the Gregorian calendar. */
    private static long daysTo(long year, int month) {
        // Years begin in March here, so that the leap day comes last.
        long y = month < 2 ? year - 1 : year;
        long m = (month + 10) % 12;
        return 365 * y + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400) + (m * 306 + 5) / 10 - 719468;
    }

    /** Year, month (0 to 11), day of the month. */
    private int[] fields() {
        long z = Math.floorDiv(time, DAY) + 719468;
        long era = Math.floorDiv(z, 146097);
        long doe = z - era * 146097;
        long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        long mp = (5 * doy + 2) / 153;
        int day = (int) (doy - (153 * mp + 2) / 5 + 1);
        int month = (int) ((mp + 2) % 12);
        long year = yoe + era * 400 + (month < 2 ? 1 : 0);
        return new int[] {(int) year, month, day};
    }

    private int ofDay(long unit, int count) {
        return (int) (Math.floorMod(time, DAY) / unit % count);
    }

    public long getTime() {
        return time;
    }

    public void setTime(long time) {
        this.time = time;
    }

    @Deprecated
    public int getYear() {
        return fields()[0] - 1900;
    }

    @Deprecated
    public int getMonth() {
        return fields()[1];
    }

    @Deprecated
    public int getDate() {
        return fields()[2];
    }

    @Deprecated
    public int getDay() {
        return (int) Math.floorMod(Math.floorDiv(time, DAY) + 4, 7L);
    }

    @Deprecated
    public int getHours() {
        return ofDay(3600000, 24);
    }

    @Deprecated
    public int getMinutes() {
        return ofDay(60000, 60);
    }

    @Deprecated
    public int getSeconds() {
        return ofDay(1000, 60);
    }

    @Deprecated
    public int getTimezoneOffset() {
        return 0;
    }

    private void set(int year, int month, int date, int hours, int minutes, int seconds) {
        time = UTC(year, month, date, hours, minutes, seconds) + Math.floorMod(time, 1000);
    }

    @Deprecated
    public void setYear(int year) {
        set(year, getMonth(), getDate(), getHours(), getMinutes(), getSeconds());
    }

    @Deprecated
    public void setMonth(int month) {
        set(getYear(), month, getDate(), getHours(), getMinutes(), getSeconds());
    }

    @Deprecated
    public void setDate(int date) {
        set(getYear(), getMonth(), date, getHours(), getMinutes(), getSeconds());
    }

    @Deprecated
    public void setHours(int hours) {
        set(getYear(), getMonth(), getDate(), hours, getMinutes(), getSeconds());
    }

    @Deprecated
    public void setMinutes(int minutes) {
        set(getYear(), getMonth(), getDate(), getHours(), minutes, getSeconds());
    }

    @Deprecated
    public void setSeconds(int seconds) {
        set(getYear(), getMonth(), getDate(), getHours(), getMinutes(), seconds);
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

    @Override
    public String toString() {
        int[] f = fields();
        StringBuilder sb = new StringBuilder(28);
        sb.append(DAYS[getDay()]).append(' ').append(MONTHS[f[1]]).append(' ');
        two(sb, f[2]);
        sb.append(' ');
        clock(sb);
        return sb.append(" UTC ").append(f[0]).toString();
    }

    private void clock(StringBuilder sb) {
        two(sb, getHours());
        sb.append(':');
        two(sb, getMinutes());
        sb.append(':');
        two(sb, getSeconds());
    }

    @Deprecated
    public String toGMTString() {
        int[] f = fields();
        StringBuilder sb = new StringBuilder(28);
        sb.append(f[2]).append(' ').append(MONTHS[f[1]]).append(' ').append(f[0]).append(' ');
        clock(sb);
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
