package java.sql;

import java.time.Instant;
import java.time.LocalDateTime;

/** A point in time, to the nanosecond. */
public class Timestamp extends java.util.Date {
    private static final long serialVersionUID = 2745179027874758501L;
    private static final String FORM = "Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]";

    private int nanos;

    @Deprecated
    public Timestamp(int year, int month, int date, int hour, int minute, int second, int nano) {
        super(year, month, date, hour, minute, second);
        if (nano > 999999999 || nano < 0) {
            throw new IllegalArgumentException("nanos > 999999999 or < 0");
        }
        nanos = nano;
    }

    /** The date itself holds whole seconds. */
    public Timestamp(long time) {
        super(Math.floorDiv(time, 1000L) * 1000);
        nanos = (int) Math.floorMod(time, 1000L) * 1_000_000;
    }

    @Override
    public void setTime(long time) {
        super.setTime(Math.floorDiv(time, 1000L) * 1000);
        nanos = (int) Math.floorMod(time, 1000L) * 1_000_000;
    }

    @Override
    public long getTime() {
        return super.getTime() + nanos / 1_000_000;
    }

    public static Timestamp valueOf(String s) {
        if (s == null) {
            throw new IllegalArgumentException("null string");
        }
        String text = s.trim();
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(FORM);
        }
        String time = text.substring(space + 1);
        int first = time.indexOf(':');
        int second = time.indexOf(':', first + 1);
        int dot = time.indexOf('.');
        int[] date = Date.parts(text.substring(0, space));
        if (date == null || first <= 0 || second <= 0 || second >= time.length() - 1) {
            throw new IllegalArgumentException(FORM);
        }
        int hour = Integer.parseInt(time, 0, first, 10);
        int minute = Integer.parseInt(time, first + 1, second, 10);
        int nanos = 0;
        int end = time.length();
        if (dot >= 0) {
            int digits = time.length() - dot - 1;
            if (digits < 1 || digits > 9 || dot <= second + 1 || !Character.isDigit(time.charAt(dot + 1))) {
                throw new IllegalArgumentException(FORM);
            }
            nanos = Integer.parseInt(time, dot + 1, time.length(), 10);
            for (int i = digits; i < 9; i++) {
                nanos *= 10;
            }
            end = dot;
        }
        return new Timestamp(date[0] - 1900, date[1] - 1, date[2], hour, minute, Integer.parseInt(time, second + 1, end, 10), nanos);
    }

    @Override
    @SuppressWarnings("deprecation")
    public String toString() {
        String fraction = Integer.toString(nanos);
        fraction = "0".repeat(9 - fraction.length()) + fraction;
        int end = 9;
        while (end > 1 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return Date.year(getYear() + 1900) + "-" + Date.two(getMonth() + 1) + "-" + Date.two(getDate()) + " " + Date.two(getHours()) + ":"
                + Date.two(getMinutes()) + ":" + Date.two(getSeconds()) + "." + fraction.substring(0, end);
    }

    public int getNanos() {
        return nanos;
    }

    public void setNanos(int n) {
        if (n > 999999999 || n < 0) {
            throw new IllegalArgumentException("nanos > 999999999 or < 0");
        }
        nanos = n;
    }

    public boolean equals(Timestamp ts) {
        return super.equals(ts) && nanos == ts.nanos;
    }

    @Override
    public boolean equals(Object ts) {
        return ts instanceof Timestamp && equals((Timestamp) ts);
    }

    public boolean before(Timestamp ts) {
        return compareTo(ts) < 0;
    }

    public boolean after(Timestamp ts) {
        return compareTo(ts) > 0;
    }

    public int compareTo(Timestamp ts) {
        int c = Long.compare(getTime(), ts.getTime());
        return c != 0 ? c : Integer.compare(nanos, ts.nanos);
    }

    @Override
    public int compareTo(java.util.Date o) {
        return compareTo(o instanceof Timestamp ? (Timestamp) o : new Timestamp(o.getTime()));
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @SuppressWarnings("deprecation")
    public static Timestamp valueOf(LocalDateTime t) {
        return new Timestamp(t.getYear() - 1900, t.getMonthValue() - 1, t.getDayOfMonth(), t.getHour(), t.getMinute(), t.getSecond(), t.getNano());
    }

    @SuppressWarnings("deprecation")
    public LocalDateTime toLocalDateTime() {
        return LocalDateTime.of(getYear() + 1900, getMonth() + 1, getDate(), getHours(), getMinutes(), getSeconds(), nanos);
    }

    public static Timestamp from(Instant instant) {
        try {
            Timestamp t = new Timestamp(Math.multiplyExact(instant.getEpochSecond(), 1000L));
            t.nanos = instant.getNano();
            return t;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Instant toInstant() {
        return Instant.ofEpochSecond(super.getTime() / 1000, nanos);
    }
}
