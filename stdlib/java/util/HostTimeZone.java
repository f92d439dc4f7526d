package java.util;

import java.io.Serializable;
import rvm.internal.time.TzData;

/** A time zone of the host's database. */
final class HostTimeZone extends TimeZone {
    /** Earlier times have the raw offset: local mean times are java.time's affair. */
    private static final long FIRST = -2208988800000L;

    private transient TzData data;
    /** What setRawOffset has added. */
    private int shift;

    HostTimeZone(String id, TzData data) {
        setID(id);
        this.data = data;
    }

    @Override
    public int getOffset(long date) {
        if (date < FIRST) {
            return getRawOffset();
        }
        return data.offsetAt(Math.floorDiv(date, 1000L)) * 1000 + shift;
    }

    @Override
    public int getOffset(int era, int year, int month, int day, int dayOfWeek, int milliseconds) {
        if (month < 0 || month > 11) {
            throw new IllegalArgumentException();
        }
        int y = era == GregorianCalendar.BC ? 1 - year : year;
        long local = GregorianCalendar.gregorianDay(y, month, day) * 86400000L + milliseconds;
        return getOffset(local - getRawOffset());
    }

    @Override
    public int getRawOffset() {
        return data.standardAt(System.currentTimeMillis() / 1000) * 1000 + shift;
    }

    @Override
    public void setRawOffset(int offsetMillis) {
        shift += offsetMillis - getRawOffset();
    }

    @Override
    public boolean useDaylightTime() {
        return data.rule != null && data.rule.summerName != null;
    }

    @Override
    public int getDSTSavings() {
        return useDaylightTime() ? (data.rule.summerOffset - data.rule.standardOffset) * 1000 : 0;
    }

    @Override
    public boolean inDaylightTime(Date date) {
        return data.isSummerAt(Math.floorDiv(date.getTime(), 1000L));
    }

    @Override
    public boolean hasSameRules(TimeZone other) {
        if (other instanceof HostTimeZone) {
            return data == ((HostTimeZone) other).data && shift == ((HostTimeZone) other).shift
                    || super.hasSameRules(other) && !useDaylightTime();
        }
        return super.hasSameRules(other) && !useDaylightTime();
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof HostTimeZone && getID().equals(((HostTimeZone) obj).getID())
                && shift == ((HostTimeZone) obj).shift;
    }

    @Override
    public int hashCode() {
        return getID().hashCode();
    }

    @Override
    public String toString() {
        return "sun.util.calendar.ZoneInfo[id=\"" + getID() + "\",offset=" + getRawOffset() + ",dstSavings="
                + getDSTSavings() + ",useDaylight=" + useDaylightTime() + ",transitions=" + data.count() + ",lastRule=null]";
    }

    private Object writeReplace() {
        return new Named(getID(), shift);
    }

    /** What streams hold. */
    private static final class Named implements Serializable {
        private static final long serialVersionUID = 1;

        private final String id;
        private final int shift;

        Named(String id, int shift) {
            this.id = id;
            this.shift = shift;
        }

        private Object readResolve() {
            TimeZone zone = TimeZone.getTimeZone(id);
            if (shift != 0) {
                zone.setRawOffset(zone.getRawOffset() + shift);
            }
            return zone;
        }
    }
}
