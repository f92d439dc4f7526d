package rvm.internal.time;

/** The rule at the end of a TZif file (POSIX's TZ): offsets of standard and summer time, and when they begin each year. */
public final class PosixZone {
    /** How the day of a change is given: {@code Mm.w.d}, {@code Jn} (1 to 365, without leap day), {@code n} (0 to 365). */
    public enum Kind { MONTH_WEEK_DAY, JULIAN, ZERO_BASED }

    /** A day of each year and a time of that day (seconds, may be negative or beyond a day) by the clock that runs before it. */
    public static final class Change {
        public final Kind kind;
        public final int month;
        /** 1 to 5, where 5 is the last. */
        public final int week;
        /** Day of the week, 0 is Sunday; or the day of the year. */
        public final int day;
        public final int time;

        Change(Kind kind, int month, int week, int day, int time) {
            this.kind = kind;
            this.month = month;
            this.week = week;
            this.day = day;
            this.time = time;
        }

        /** Seconds since 1970 by the local clock. */
        public long localSeconds(long year) {
            long days;
            if (kind == Kind.JULIAN) {
                days = epochDay(year, 1, 1) + day - 1 + (leap(year) && day >= 60 ? 1 : 0);
            } else if (kind == Kind.ZERO_BASED) {
                days = epochDay(year, 1, 1) + day;
            } else if (week == 5) {
                long last = month == 12 ? epochDay(year + 1, 1, 1) - 1 : epochDay(year, month + 1, 1) - 1;
                days = last - Math.floorMod(dayOfWeek(last) - day, 7);
            } else {
                long first = epochDay(year, month, 1);
                days = first + Math.floorMod(day - dayOfWeek(first), 7) + 7 * (week - 1);
            }
            return days * 86400 + time;
        }
    }

    public final String standardName;
    public final int standardOffset;
    /** Null where there is no summer time. */
    public final String summerName;
    public final int summerOffset;
    public final Change summerStart;
    public final Change summerEnd;

    private PosixZone(String standardName, int standardOffset, String summerName, int summerOffset, Change start, Change end) {
        this.standardName = standardName;
        this.standardOffset = standardOffset;
        this.summerName = summerName;
        this.summerOffset = summerOffset;
        this.summerStart = start;
        this.summerEnd = end;
    }

    public boolean hasSummerTime() {
        return summerName != null;
    }

    /** Instants (UTC seconds) at which summer time begins and ends in a year. */
    public long startOf(long year) {
        return summerStart.localSeconds(year) - standardOffset;
    }

    public long endOf(long year) {
        return summerEnd.localSeconds(year) - summerOffset;
    }

    /** Whether an instant is in what the rule calls summer time. */
    public boolean inSummer(long epochSecond) {
        if (summerName == null) {
            return false;
        }
        long year = yearOf(epochSecond + standardOffset);
        long start = startOf(year);
        long end = endOf(year);
        return start < end ? epochSecond >= start && epochSecond < end : epochSecond < end || epochSecond >= start;
    }

    static long epochDay(long year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long m = (month + 9) % 12;
        return 365 * y + Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L) + (m * 306 + 5) / 10 + day - 1 - 719468;
    }

    /** The year of the Gregorian calendar of a local second since 1970. */
    public static long yearOf(long localSecond) {
        long z = Math.floorDiv(localSecond, 86400L) + 719468;
        long era = Math.floorDiv(z, 146097L);
        long doe = z - era * 146097;
        long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        return yoe + era * 400 + ((5 * doy + 2) / 153 >= 10 ? 1 : 0);
    }

    private static int dayOfWeek(long epochDay) {
        return (int) Math.floorMod(epochDay + 4, 7L);
    }

    private static boolean leap(long year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Reads a rule; null if it is empty or malformed. */
    public static PosixZone parse(String text) {
        try {
            return new Reader(text).zone();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    private static final class Reader {
        private final String s;
        private int at;

        Reader(String s) {
            this.s = s;
        }

        PosixZone zone() {
            if (s.isEmpty()) {
                return null;
            }
            String standard = name();
            int offset = -time();
            if (at == s.length()) {
                return new PosixZone(standard, offset, null, 0, null, null);
            }
            String summer = name();
            int summerOffset = offset + 3600;
            if (at < s.length() && s.charAt(at) != ',') {
                summerOffset = -time();
            }
            if (at == s.length()) {
                return null;
            }
            Change start = change();
            Change end = change();
            return new PosixZone(standard, offset, summer, summerOffset, start, end);
        }

        private String name() {
            int from = at;
            if (s.charAt(at) == '<') {
                int end = s.indexOf('>', at);
                at = end + 1;
                return s.substring(from + 1, end);
            }
            while (at < s.length() && Character.isLetter(s.charAt(at))) {
                at++;
            }
            return s.substring(from, at);
        }

        private int number() {
            int from = at;
            while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
                at++;
            }
            return Integer.parseInt(s.substring(from, at));
        }

        private boolean skip(char c) {
            if (at < s.length() && s.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private int time() {
            int sign = 1;
            if (skip('-')) {
                sign = -1;
            } else {
                skip('+');
            }
            int seconds = number() * 3600;
            if (skip(':')) {
                seconds += number() * 60;
                if (skip(':')) {
                    seconds += number();
                }
            }
            return sign * seconds;
        }

        private Change change() {
            if (!skip(',')) {
                throw new NumberFormatException();
            }
            int month = 0;
            int week = 0;
            int day;
            Kind kind;
            if (skip('M')) {
                kind = Kind.MONTH_WEEK_DAY;
                month = number();
                skip('.');
                week = number();
                skip('.');
                day = number();
                if (month < 1 || month > 12 || week < 1 || week > 5 || day > 6) {
                    throw new NumberFormatException();
                }
            } else if (skip('J')) {
                kind = Kind.JULIAN;
                day = number();
            } else {
                kind = Kind.ZERO_BASED;
                day = number();
            }
            int time = skip('/') ? time() : 7200;
            return new Change(kind, month, week, day, time);
        }
    }
}
