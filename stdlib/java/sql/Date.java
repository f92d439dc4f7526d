package java.sql;

import java.time.Instant;
import java.time.LocalDate;

/** A day, without a time. */
public class Date extends java.util.Date {
    private static final long serialVersionUID = 1511598038487230103L;

    @Deprecated
    public Date(int year, int month, int day) {
        super(year, month, day);
    }

    public Date(long date) {
        super(date);
    }

    @Override
    public void setTime(long date) {
        super.setTime(date);
    }

    /** Of the form year-month-day; days that a month does not have lie in the next. */
    public static Date valueOf(String s) {
        if (s == null) {
            throw new IllegalArgumentException();
        }
        int[] parts = parts(s);
        if (parts == null) {
            throw new IllegalArgumentException();
        }
        return new Date(parts[0] - 1900, parts[1] - 1, parts[2]);
    }

    /** Year, month and day, or null. */
    static int[] parts(String s) {
        int first = s.indexOf('-');
        int second = s.indexOf('-', first + 1);
        if (first != 4 || second < 6 || second > 7 || s.length() - second < 2 || s.length() - second > 3) {
            return null;
        }
        int year = Integer.parseInt(s, 0, first, 10);
        int month = Integer.parseInt(s, first + 1, second, 10);
        int day = Integer.parseInt(s, second + 1, s.length(), 10);
        return month < 1 || month > 12 || day < 1 || day > 31 ? null : new int[] {year, month, day};
    }

    static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }

    static String year(int n) {
        String s = Integer.toString(n);
        return "0".repeat(Math.max(0, 4 - s.length())) + s;
    }

    @Override
    @SuppressWarnings("deprecation")
    public String toString() {
        return year(super.getYear() + 1900) + "-" + two(super.getMonth() + 1) + "-" + two(super.getDate());
    }

    @Deprecated
    @Override
    public int getHours() {
        throw new IllegalArgumentException();
    }

    @Deprecated
    @Override
    public int getMinutes() {
        throw new IllegalArgumentException();
    }

    @Deprecated
    @Override
    public int getSeconds() {
        throw new IllegalArgumentException();
    }

    @Deprecated
    @Override
    public void setHours(int i) {
        throw new IllegalArgumentException();
    }

    @Deprecated
    @Override
    public void setMinutes(int i) {
        throw new IllegalArgumentException();
    }

    @Deprecated
    @Override
    public void setSeconds(int i) {
        throw new IllegalArgumentException();
    }

    @SuppressWarnings("deprecation")
    public static Date valueOf(LocalDate date) {
        return new Date(date.getYear() - 1900, date.getMonthValue() - 1, date.getDayOfMonth());
    }

    @SuppressWarnings("deprecation")
    public LocalDate toLocalDate() {
        return LocalDate.of(getYear() + 1900, getMonth() + 1, getDate());
    }

    @Override
    public Instant toInstant() {
        throw new UnsupportedOperationException();
    }
}
