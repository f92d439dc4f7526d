package java.util;

/** A time zone of a fixed offset, with summer time between two days of each year. */
public class SimpleTimeZone extends TimeZone {
    public static final int WALL_TIME = 0;
    public static final int STANDARD_TIME = 1;
    public static final int UTC_TIME = 2;

    private int rawOffset;
    private boolean useDaylight;
    private int startYear;
    private int startMonth;
    private int startDay;
    private int startDayOfWeek;
    private int startTime;
    private int startTimeMode;
    private int endMonth;
    private int endDay;
    private int endDayOfWeek;
    private int endTime;
    private int endTimeMode;
    private int dstSavings = 3600000;
    /** A zone like GMT+05:30, which prints as the library's own do. */
    private transient boolean fixed;

    public SimpleTimeZone(int rawOffset, String ID) {
        this.rawOffset = rawOffset;
        setID(ID);
    }

    SimpleTimeZone(int rawOffset, String id, boolean fixed) {
        this(rawOffset, id);
        this.fixed = fixed;
    }

    public SimpleTimeZone(int rawOffset, String ID, int startMonth, int startDay, int startDayOfWeek, int startTime,
            int endMonth, int endDay, int endDayOfWeek, int endTime) {
        this(rawOffset, ID, startMonth, startDay, startDayOfWeek, startTime, WALL_TIME, endMonth, endDay, endDayOfWeek, endTime,
                WALL_TIME, 3600000);
    }

    public SimpleTimeZone(int rawOffset, String ID, int startMonth, int startDay, int startDayOfWeek, int startTime,
            int endMonth, int endDay, int endDayOfWeek, int endTime, int dstSavings) {
        this(rawOffset, ID, startMonth, startDay, startDayOfWeek, startTime, WALL_TIME, endMonth, endDay, endDayOfWeek, endTime,
                WALL_TIME, dstSavings);
    }

    public SimpleTimeZone(int rawOffset, String ID, int startMonth, int startDay, int startDayOfWeek, int startTime,
            int startTimeMode, int endMonth, int endDay, int endDayOfWeek, int endTime, int endTimeMode, int dstSavings) {
        setID(ID);
        this.rawOffset = rawOffset;
        this.startMonth = startMonth;
        this.startDay = startDay;
        this.startDayOfWeek = startDayOfWeek;
        this.startTime = startTime;
        this.startTimeMode = startTimeMode;
        this.endMonth = endMonth;
        this.endDay = endDay;
        this.endDayOfWeek = endDayOfWeek;
        this.endTime = endTime;
        this.endTimeMode = endTimeMode;
        this.dstSavings = dstSavings;
        checkRule("start", startMonth, startDay, startDayOfWeek, startTime, startTimeMode);
        checkRule("end", endMonth, endDay, endDayOfWeek, endTime, endTimeMode);
        if (dstSavings <= 0) {
            throw new IllegalArgumentException("Illegal daylight saving value: " + dstSavings);
        }
        useDaylight = startDay != 0 && endDay != 0;
    }

    private void checkRule(String which, int month, int day, int dayOfWeek, int time, int mode) {
        if (day == 0) {
            return;
        }
        useDaylight = true;
        if (month < 0 || month > 11) {
            throw new IllegalArgumentException("Illegal " + which + " month " + month);
        }
        if (time < 0 || time > 86400000) {
            throw new IllegalArgumentException("Illegal " + which + " time " + time);
        }
        if (mode < WALL_TIME || mode > UTC_TIME || Math.abs(dayOfWeek) > 7) {
            throw new IllegalArgumentException("Illegal " + which + " " + (Math.abs(dayOfWeek) > 7 ? "day of week " + dayOfWeek
                    : "time mode " + mode));
        }
        if (dayOfWeek == 0 && (day < 1 || day > 31) || dayOfWeek > 0 && Math.abs(day) > 5
                || dayOfWeek < 0 && (day < 1 || day > 31)) {
            throw new IllegalArgumentException("Illegal " + which + " day " + day);
        }
    }

    public void setStartYear(int year) {
        startYear = year;
    }

    public void setStartRule(int startMonth, int startDay, int startDayOfWeek, int startTime) {
        checkRule("start", startMonth, startDay, startDayOfWeek, startTime, WALL_TIME);
        this.startMonth = startMonth;
        this.startDay = startDay;
        this.startDayOfWeek = startDayOfWeek;
        this.startTime = startTime;
        startTimeMode = WALL_TIME;
        useDaylight = startDay != 0 && endDay != 0;
    }

    public void setStartRule(int startMonth, int startDay, int startTime) {
        setStartRule(startMonth, startDay, 0, startTime);
    }

    public void setStartRule(int startMonth, int startDay, int startDayOfWeek, int startTime, boolean after) {
        checkRule("start", startMonth, startDay, -startDayOfWeek, startTime, WALL_TIME);
        this.startMonth = startMonth;
        this.startDay = after ? startDay : -startDay;
        this.startDayOfWeek = -startDayOfWeek;
        this.startTime = startTime;
        startTimeMode = WALL_TIME;
        useDaylight = this.startDay != 0 && endDay != 0;
    }

    public void setEndRule(int endMonth, int endDay, int endDayOfWeek, int endTime) {
        checkRule("end", endMonth, endDay, endDayOfWeek, endTime, WALL_TIME);
        this.endMonth = endMonth;
        this.endDay = endDay;
        this.endDayOfWeek = endDayOfWeek;
        this.endTime = endTime;
        endTimeMode = WALL_TIME;
        useDaylight = startDay != 0 && endDay != 0;
    }

    public void setEndRule(int endMonth, int endDay, int endTime) {
        setEndRule(endMonth, endDay, 0, endTime);
    }

    public void setEndRule(int endMonth, int endDay, int endDayOfWeek, int endTime, boolean after) {
        checkRule("end", endMonth, endDay, -endDayOfWeek, endTime, WALL_TIME);
        this.endMonth = endMonth;
        this.endDay = after ? endDay : -endDay;
        this.endDayOfWeek = -endDayOfWeek;
        this.endTime = endTime;
        endTimeMode = WALL_TIME;
        useDaylight = startDay != 0 && this.endDay != 0;
    }

    /** When a rule's change comes in a year, in milliseconds of UTC. */
    private long change(long year, int month, int day, int dayOfWeek, int time, int mode, int savings) {
        long date;
        if (dayOfWeek == 0) {
            date = GregorianCalendar.gregorianDay(year, month, 1) + (day > 0 ? day - 1 : monthLength(year, month) + day);
        } else if (dayOfWeek > 0 && day > 0) {
            long first = GregorianCalendar.gregorianDay(year, month, 1);
            date = first + Math.floorMod(dayOfWeek - weekday(first), 7) + 7L * (day - 1);
        } else if (dayOfWeek > 0) {
            long last = GregorianCalendar.gregorianDay(year, month, 1) + monthLength(year, month) - 1;
            date = last - Math.floorMod(weekday(last) - dayOfWeek, 7) + 7L * (day + 1);
        } else {
            long near = GregorianCalendar.gregorianDay(year, month, Math.abs(day));
            date = day > 0 ? near + Math.floorMod(-dayOfWeek - weekday(near), 7)
                    : near - Math.floorMod(weekday(near) + dayOfWeek, 7);
        }
        long local = date * 86400000L + time;
        return mode == UTC_TIME ? local : local - rawOffset - (mode == WALL_TIME ? savings : 0);
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + 4, 7L) + 1;
    }

    private static int monthLength(long year, int month) {
        return (int) (GregorianCalendar.gregorianDay(month == 11 ? year + 1 : year, (month + 1) % 12, 1)
                - GregorianCalendar.gregorianDay(year, month, 1));
    }

    private boolean isSummer(long utc) {
        if (!useDaylight) {
            return false;
        }
        long year = GregorianCalendar.yearOfDay(Math.floorDiv(utc + rawOffset, 86400000L));
        for (long y = year - 1; y <= year + 1; y++) {
            long start = change(y, startMonth, startDay, startDayOfWeek, startTime, startTimeMode, 0);
            long end = change(y, endMonth, endDay, endDayOfWeek, endTime, endTimeMode, dstSavings);
            if (end < start) {
                end = change(y + 1, endMonth, endDay, endDayOfWeek, endTime, endTimeMode, dstSavings);
            }
            if (y >= startYear && utc >= start && utc < end) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int getOffset(long date) {
        return isSummer(date) ? rawOffset + dstSavings : rawOffset;
    }

    @Override
    public int getOffset(int era, int year, int month, int day, int dayOfWeek, int millis) {
        if (era != GregorianCalendar.AD && era != GregorianCalendar.BC) {
            throw new IllegalArgumentException("Illegal era " + era);
        }
        int y = era == GregorianCalendar.BC ? 1 - year : year;
        long local = GregorianCalendar.gregorianDay(y, month, day) * 86400000L + millis;
        return getOffset(local - rawOffset);
    }

    @Override
    public int getRawOffset() {
        return rawOffset;
    }

    @Override
    public void setRawOffset(int offsetMillis) {
        rawOffset = offsetMillis;
    }

    public void setDSTSavings(int millisSavedDuringDST) {
        if (millisSavedDuringDST <= 0) {
            throw new IllegalArgumentException("Illegal daylight saving value: " + millisSavedDuringDST);
        }
        dstSavings = millisSavedDuringDST;
    }

    @Override
    public int getDSTSavings() {
        return useDaylight ? dstSavings : 0;
    }

    @Override
    public boolean useDaylightTime() {
        return useDaylight;
    }

    @Override
    public boolean observesDaylightTime() {
        return useDaylight;
    }

    @Override
    public boolean inDaylightTime(Date date) {
        return isSummer(date.getTime());
    }

    @Override
    public Object clone() {
        return super.clone();
    }

    @Override
    public int hashCode() {
        return startMonth ^ startDay ^ startDayOfWeek ^ startTime ^ endMonth ^ endDay ^ endDayOfWeek ^ endTime ^ rawOffset;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof SimpleTimeZone && getID().equals(((SimpleTimeZone) obj).getID())
                && hasSameRules((SimpleTimeZone) obj);
    }

    @Override
    public boolean hasSameRules(TimeZone other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof SimpleTimeZone)) {
            return !useDaylight && super.hasSameRules(other);
        }
        SimpleTimeZone o = (SimpleTimeZone) other;
        return rawOffset == o.rawOffset && useDaylight == o.useDaylight
                && (!useDaylight || dstSavings == o.dstSavings && startTimeMode == o.startTimeMode && startMonth == o.startMonth
                        && startDay == o.startDay && startDayOfWeek == o.startDayOfWeek && startTime == o.startTime
                        && endTimeMode == o.endTimeMode && endMonth == o.endMonth && endDay == o.endDay
                        && endDayOfWeek == o.endDayOfWeek && endTime == o.endTime && startYear == o.startYear);
    }

    @Override
    public String toString() {
        if (fixed) {
            return "sun.util.calendar.ZoneInfo[id=\"" + getID() + "\",offset=" + rawOffset
                    + ",dstSavings=0,useDaylight=false,transitions=0,lastRule=null]";
        }
        return getClass().getName() + "[id=" + getID() + ",offset=" + rawOffset + ",dstSavings=" + dstSavings + ",useDaylight="
                + useDaylight + ",startYear=" + startYear + ",startMode="
                + mode(startMonth, startDay, startDayOfWeek) + ",startMonth=" + startMonth + ",startDay="
                + shownDay(startDay, startDayOfWeek)
                + ",startDayOfWeek=" + Math.abs(startDayOfWeek) + ",startTime=" + startTime + ",startTimeMode=" + startTimeMode
                + ",endMode=" + mode(endMonth, endDay, endDayOfWeek) + ",endMonth=" + endMonth + ",endDay="
                + shownDay(endDay, endDayOfWeek) + ",endDayOfWeek=" + Math.abs(endDayOfWeek) + ",endTime=" + endTime
                + ",endTimeMode=" + endTimeMode + ']';
    }

    private static int shownDay(int day, int dayOfWeek) {
        return dayOfWeek < 0 ? Math.abs(day) : day;
    }

    /** 1 day of month, 2 weekday of the month, 3 weekday on or after, 4 on or before; 0 without a rule. */
    private static int mode(int month, int day, int dayOfWeek) {
        return day == 0 ? 0 : dayOfWeek == 0 ? 1 : dayOfWeek > 0 ? 2 : day > 0 ? 3 : 4;
    }
}
