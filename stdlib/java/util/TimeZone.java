package java.util;

import java.time.ZoneId;
import java.io.Serializable;
import rvm.internal.ZoneNames;
import rvm.internal.time.TzData;

/** The offset from UTC in some region, through the years. */
public abstract class TimeZone implements Serializable, Cloneable {
    public static final int SHORT = 0;
    public static final int LONG = 1;

    /** Names that are older than the zone database's. */
    private static final String[] OLD = {"ACT", "Australia/Darwin", "AET", "Australia/Sydney", "AGT",
        "America/Argentina/Buenos_Aires", "ART", "Africa/Cairo", "AST", "America/Anchorage", "BET", "America/Sao_Paulo", "BST",
        "Asia/Dhaka", "CAT", "Africa/Harare", "CNT", "America/St_Johns", "CST", "America/Chicago", "CTT", "Asia/Shanghai", "EAT",
        "Africa/Addis_Ababa", "ECT", "Europe/Paris", "IET", "America/Indiana/Indianapolis", "IST", "Asia/Kolkata", "JST",
        "Asia/Tokyo", "MIT", "Pacific/Apia", "NET", "Asia/Yerevan", "NST", "Pacific/Auckland", "PLT", "Asia/Karachi", "PNT",
        "America/Phoenix", "PRT", "America/Puerto_Rico", "PST", "America/Los_Angeles", "SST", "Pacific/Guadalcanal", "VST",
        "Asia/Ho_Chi_Minh"};

    private static volatile TimeZone defaultZone;

    private String ID;

    public TimeZone() {
    }

    public abstract int getOffset(int era, int year, int month, int day, int dayOfWeek, int milliseconds);

    public int getOffset(long date) {
        return inDaylightTime(new Date(date)) ? getRawOffset() + getDSTSavings() : getRawOffset();
    }

    public abstract void setRawOffset(int offsetMillis);

    public abstract int getRawOffset();

    public String getID() {
        return ID;
    }

    public void setID(String ID) {
        this.ID = Objects.requireNonNull(ID);
    }

    public final String getDisplayName() {
        return getDisplayName(false, LONG, Locale.getDefault(Locale.Category.DISPLAY));
    }

    public final String getDisplayName(Locale locale) {
        return getDisplayName(false, LONG, locale);
    }

    public final String getDisplayName(boolean daylight, int style) {
        return getDisplayName(daylight, style, Locale.getDefault(Locale.Category.DISPLAY));
    }

    public String getDisplayName(boolean daylight, int style, Locale locale) {
        if (style != SHORT && style != LONG) {
            throw new IllegalArgumentException("Illegal style: " + style);
        }
        Objects.requireNonNull(locale);
        String[] names = ZoneNames.of(getID());
        if (names != null) {
            return names[(daylight ? 2 : 0) + (style == LONG ? 0 : 1)];
        }
        if (getID().startsWith("GMT") && getID().length() > 3) {
            return getID();
        }
        return customName(getRawOffset() + (daylight ? getDSTSavings() : 0));
    }

    static String customName(int offset) {
        int minutes = Math.abs(offset) / 60000;
        StringBuilder sb = new StringBuilder("GMT").append(offset < 0 ? '-' : '+');
        sb.append(minutes / 600).append(minutes / 60 % 10).append(':');
        return sb.append(minutes % 60 / 10).append(minutes % 10).toString();
    }

    public int getDSTSavings() {
        return useDaylightTime() ? 3600000 : 0;
    }

    public abstract boolean useDaylightTime();

    public boolean observesDaylightTime() {
        return useDaylightTime() || inDaylightTime(new Date());
    }

    public abstract boolean inDaylightTime(Date date);

    public static TimeZone getTimeZone(String ID) {
        TimeZone zone = find(ID);
        return zone != null ? zone : new HostTimeZone("GMT", TzData.of("GMT"));
    }

    public static TimeZone getTimeZone(java.time.ZoneId zoneId) {
        String id = zoneId.getId();
        if (id.startsWith("+") || id.startsWith("-")) {
            id = "GMT" + id;
        } else if (id.equals("Z")) {
            id = "UTC";
        }
        return getTimeZone(id);
    }

    public java.time.ZoneId toZoneId() {
        return java.time.ZoneId.of(getID(), java.time.ZoneId.SHORT_IDS);
    }

    /** The zone of that name, or null. */
    private static TimeZone find(String id) {
        Objects.requireNonNull(id);
        TzData data = TzData.of(id);
        for (int i = 0; data == null && i < OLD.length; i += 2) {
            if (OLD[i].equals(id)) {
                data = TzData.of(OLD[i + 1]);
            }
        }
        return data != null ? new HostTimeZone(id, data) : custom(id);
    }

    /** GMT+h, GMT-hh:mm and the like; null if it is none. */
    private static TimeZone custom(String id) {
        if (!id.startsWith("GMT") || id.length() < 5) {
            return null;
        }
        char sign = id.charAt(3);
        if (sign != '+' && sign != '-') {
            return null;
        }
        int hours = 0;
        int minutes = 0;
        int digits = 0;
        int colon = -1;
        for (int i = 4; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == ':' && colon < 0 && digits > 0 && digits <= 2) {
                colon = i;
                hours = minutes;
                minutes = 0;
                digits = 0;
            } else if (c >= '0' && c <= '9') {
                minutes = minutes * 10 + c - '0';
                digits++;
            } else {
                return null;
            }
        }
        if (colon < 0) {
            if (digits <= 2) {
                hours = minutes;
                minutes = 0;
            } else {
                hours = minutes / 100;
                minutes %= 100;
            }
        } else if (digits != 2) {
            return null;
        }
        if (digits > 4 || hours > 23 || minutes > 59) {
            return null;
        }
        int offset = (hours * 60 + minutes) * 60000 * (sign == '-' ? -1 : 1);
        return new SimpleTimeZone(offset, offset == 0 ? "GMT" : customName(offset), true);
    }

    public static synchronized String[] getAvailableIDs(int rawOffset) {
        ArrayList<String> found = new ArrayList<>();
        for (String id : getAvailableIDs()) {
            if (getTimeZone(id).getRawOffset() == rawOffset) {
                found.add(id);
            }
        }
        return found.toArray(new String[0]);
    }

    public static synchronized String[] getAvailableIDs() {
        TreeSet<String> all = new TreeSet<>(Arrays.asList(TzData.ids()));
        for (int i = 0; i < OLD.length; i += 2) {
            all.add(OLD[i]);
        }
        return all.toArray(new String[0]);
    }

    public static TimeZone getDefault() {
        return (TimeZone) shared().clone();
    }

    /** The default zone itself, which its users must not change. */
    static TimeZone shared() {
        TimeZone zone = defaultZone;
        if (zone == null) {
            String id = System.getProperty("user.timezone");
            zone = id == null || id.isEmpty() ? null : find(id);
            if (zone == null) {
                String host = TzData.hostZone();
                zone = host == null ? null : find(host);
            }
            if (zone == null) {
                zone = getTimeZone("GMT");
            }
            defaultZone = zone;
        }
        return zone;
    }

    public static void setDefault(TimeZone zone) {
        defaultZone = zone == null ? null : (TimeZone) zone.clone();
    }

    public boolean hasSameRules(TimeZone other) {
        return other != null && getRawOffset() == other.getRawOffset() && useDaylightTime() == other.useDaylightTime();
    }

    @Override
    public Object clone() {
        try {
            return super.clone();
        } catch (CloneNotSupportedException e) {
            throw new InternalError(e);
        }
    }
}
