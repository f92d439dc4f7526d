package rvm.internal.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.HostIO;

/**
 * The history of a time zone, read from the host's TZif files (RFC 8536). What lies after the last transition follows {@link #rule}, if
 * there is one. Summer time that the files call negative (standard time in summer, an hour less in winter) is turned round, as Java has it.
 */
public final class TzData {
    private static final String[] FOLDERS = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};
    private static final int LARGEST = 1 << 20;
    private static final ConcurrentHashMap<String, TzData> KNOWN = new ConcurrentHashMap<>();
    private static final TzData NONE = new TzData("", new long[0], new int[] {0}, new int[] {0}, new String[] {"UTC"}, null);
    private static volatile String[] ids;

    public final String id;
    private final long[] at;
    // One more than transitions: the first is what holds before all of them.
    private final int[] total;
    private final int[] standard;
    private final String[] names;
    /** What holds after the last transition; null if nothing changes any more. */
    public final PosixZone rule;

    private TzData(String id, long[] at, int[] total, int[] standard, String[] names, PosixZone rule) {
        this.id = id;
        this.at = at;
        this.total = total;
        this.standard = standard;
        this.names = names;
        this.rule = rule;
    }

    /** The zone of that name, or null if the host does not know it. */
    public static TzData of(String id) {
        TzData known = KNOWN.get(id);
        if (known == null) {
            known = read(id);
            if (known == null) {
                known = isUtc(id) ? utc(id) : NONE;
            }
            KNOWN.put(id, known);
        }
        return known == NONE ? null : known;
    }

    private static boolean isUtc(String id) {
        switch (id) {
            case "UTC": case "GMT": case "Etc/UTC": case "Etc/GMT": case "UCT": case "Zulu": case "Universal":
            case "Greenwich": case "Etc/UCT": case "Etc/Zulu": case "Etc/Universal": case "Etc/Greenwich": case "GMT0":
            case "Etc/GMT0":
                return true;
            default:
                return false;
        }
    }

    private static TzData utc(String id) {
        return new TzData(id, new long[0], new int[] {0}, new int[] {0}, new String[] {id.contains("GMT") ? "GMT" : "UTC"}, null);
    }

    /** The name of the host's own zone, by TZ or /etc/localtime; "UTC" if it does not say. */
    public static String hostZone() {
        String tz = System.getenv("TZ");
        if (tz != null && !tz.isEmpty()) {
            String name = tz.charAt(0) == ':' ? tz.substring(1) : tz;
            for (String folder : FOLDERS) {
                if (name.startsWith(folder + "/")) {
                    name = name.substring(folder.length() + 1);
                }
            }
            return of(name) != null ? name : "UTC";
        }
        int[] error = new int[1];
        String target = HostIO.realPath("/etc/localtime", error);
        int cut = target == null ? -1 : target.indexOf("/zoneinfo/");
        if (cut >= 0) {
            String name = target.substring(cut + 10);
            if (of(name) != null) {
                return name;
            }
        }
        byte[] text = content("/etc/timezone", 100);
        if (text != null) {
            String name = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1).trim();
            if (of(name) != null) {
                return name;
            }
        }
        return "UTC";
    }

    /** The names of all zones, sorted. Where the host has none, those of UTC. */
    public static String[] ids() {
        String[] found = ids;
        if (found == null) {
            TreeSet<String> all = new TreeSet<>();
            for (String folder : FOLDERS) {
                collect(folder, "", all, 0);
                if (!all.isEmpty()) {
                    break;
                }
            }
            for (String name : new String[] {"UTC", "GMT", "Etc/UTC", "Etc/GMT", "UCT", "Zulu", "Universal", "Greenwich"}) {
                all.add(name);
            }
            found = all.toArray(new String[0]);
            ids = found;
        }
        return found.clone();
    }

    private static void collect(String folder, String prefix, TreeSet<String> into, int depth) {
        String[] names = HostIO.list(folder, new int[1]);
        if (names == null) {
            return;
        }
        long[] stat = new long[HostIO.STAT_SLOTS];
        for (String name : names) {
            if (name.isEmpty() || name.charAt(0) < 'A' || name.charAt(0) > 'Z' && depth == 0 || name.indexOf('.') >= 0) {
                continue;
            }
            String path = folder + "/" + name;
            if (HostIO.stat(path, true, stat) < 0) {
                continue;
            }
            if ((stat[HostIO.MODE] & 0xf000) == 0x4000) {
                if (depth < 3 && !name.equals("SystemV")) {
                    collect(path, prefix + name + "/", into, depth + 1);
                }
            } else if (!isShort(prefix + name)) {
                into.add(prefix + name);
            }
        }
    }

    // Names that are abbreviations of Java's, not regions; and files that are no zones.
    private static boolean isShort(String name) {
        return name.equals("EST") || name.equals("MST") || name.equals("HST") || name.equals("ROC") || name.equals("Factory") || name.equals("SECURITY");
    }

    public int count() {
        return at.length;
    }

    /** The instant of a transition, in seconds since 1970. */
    public long instant(int i) {
        return at[i];
    }

    /** The offset from UTC (seconds, east is positive) after a transition; -1 for the time before all. */
    public int offsetAfter(int i) {
        return total[i + 1];
    }

    /** The offset of standard time after a transition; -1 for the time before all. */
    public int standardAfter(int i) {
        return standard[i + 1];
    }

    /** The last transition at or before an instant, or -1. */
    public int indexOf(long epochSecond) {
        int i = Arrays.binarySearch(at, epochSecond);
        return i >= 0 ? i : -i - 2;
    }

    private boolean byRule(long epochSecond) {
        return rule != null && rule.hasSummerTime() && (at.length == 0 || epochSecond >= at[at.length - 1]);
    }

    /** The offset from UTC at an instant, in seconds. */
    public int offsetAt(long epochSecond) {
        if (byRule(epochSecond)) {
            return rule.inSummer(epochSecond) ? rule.summerOffset : rule.standardOffset;
        }
        return total[indexOf(epochSecond) + 1];
    }

    /** The offset of standard time at an instant. */
    public int standardAt(long epochSecond) {
        if (byRule(epochSecond)) {
            return ruleStandard();
        }
        return standard[indexOf(epochSecond) + 1];
    }

    /** The smaller offset of the rule, whatever it calls it. */
    public int ruleStandard() {
        return rule.hasSummerTime() ? Math.min(rule.standardOffset, rule.summerOffset) : rule.standardOffset;
    }

    public boolean isSummerAt(long epochSecond) {
        return offsetAt(epochSecond) != standardAt(epochSecond);
    }

    /** The abbreviation in use at an instant: CET, or +03 where there is none. */
    public String nameAt(long epochSecond) {
        if (byRule(epochSecond)) {
            return rule.inSummer(epochSecond) ? rule.summerName : rule.standardName;
        }
        return names[indexOf(epochSecond) + 1];
    }

    private static boolean plausible(String id) {
        if (id.isEmpty() || id.length() > 100 || id.charAt(0) == '/' || id.charAt(id.length() - 1) == '/') {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/' || c == '_' || c == '-' || c == '+')) {
                return false;
            }
        }
        return id.charAt(0) >= 'A' && id.charAt(0) <= 'Z';
    }

    private static byte[] content(String path, int limit) {
        int fd = HostIO.open(path, HostIO.READ, 0);
        if (fd < 0) {
            return null;
        }
        try {
            byte[] b = new byte[4096];
            int n = 0;
            while (true) {
                int got = HostIO.read(fd, b, n, b.length - n);
                if (got < 0 || n > limit) {
                    return null;
                }
                if (got == 0) {
                    return Arrays.copyOf(b, n);
                }
                n += got;
                if (n == b.length) {
                    b = Arrays.copyOf(b, n * 2);
                }
            }
        } finally {
            HostIO.close(fd);
        }
    }

    private static TzData read(String id) {
        if (!plausible(id) || isShort(id)) {
            return null;
        }
        for (String folder : FOLDERS) {
            byte[] b = content(folder + "/" + id, LARGEST);
            if (b != null) {
                try {
                    return parse(id, b);
                } catch (IndexOutOfBoundsException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static int i4(byte[] b, int at) {
        return b[at] << 24 | (b[at + 1] & 255) << 16 | (b[at + 2] & 255) << 8 | b[at + 3] & 255;
    }

    private static long i8(byte[] b, int at) {
        return (long) i4(b, at) << 32 | i4(b, at + 4) & 0xffffffffL;
    }

    private static TzData parse(String id, byte[] b) {
        if (b.length < 44 || i4(b, 0) != 0x545a6966) {
            return null;
        }
        int base = 0;
        int width = 4;
        if (b[4] >= '2') {
            int skip = i4(b, 20) + i4(b, 24) + i4(b, 32) * 5 + i4(b, 36) * 6 + i4(b, 40) + i4(b, 28) * 8;
            base = 44 + skip;
            width = 8;
        }
        int isUtCount = i4(b, base + 20);
        int isStdCount = i4(b, base + 24);
        int leapCount = i4(b, base + 28);
        int timeCount = i4(b, base + 32);
        int typeCount = i4(b, base + 36);
        int charCount = i4(b, base + 40);
        if (timeCount < 0 || typeCount <= 0 || charCount < 0 || (long) timeCount * (width + 1) > b.length || typeCount > 256) {
            return null;
        }
        int times = base + 44;
        int kinds = times + timeCount * width;
        int types = kinds + timeCount;
        int chars = types + typeCount * 6;
        int end = chars + charCount + leapCount * (width + 4) + isStdCount + isUtCount;
        PosixZone rule = null;
        if (width == 8 && end + 1 < b.length) {
            int stop = end + 1;
            while (stop < b.length && b[stop] != '\n') {
                stop++;
            }
            rule = PosixZone.parse(new String(b, end + 1, stop - end - 1, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        long[] at = new long[timeCount];
        int[] type = new int[timeCount + 1];
        int n = 0;
        for (int i = 0; i < timeCount; i++) {
            long when = width == 8 ? i8(b, times + i * 8) : i4(b, times + i * 4);
            // Old compilers write one at the big bang.
            if (when < -0x400000000L) {
                type[0] = b[kinds + i] & 255;
                continue;
            }
            at[n] = when;
            type[++n] = b[kinds + i] & 255;
        }
        return build(id, b, types, chars, Arrays.copyOf(at, n), Arrays.copyOf(type, n + 1), rule);
    }

    private static TzData build(String id, byte[] b, int types, int chars, long[] at, int[] type, PosixZone rule) {
        int n = type.length;
        int[] total = new int[n];
        int[] standard = new int[n];
        boolean[] summer = new boolean[n];
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            int t = types + type[i] * 6;
            total[i] = i4(b, t);
            summer[i] = b[t + 4] != 0;
            int from = chars + (b[t + 5] & 255);
            int to = from;
            while (b[to] != 0) {
                to++;
            }
            names[i] = new String(b, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        for (int i = 0; i < n; i++) {
            standard[i] = summer[i] ? standardOf(total, standard, summer, i) : total[i];
        }
        // Negative summer time: the winter is standard, the neighbours are summer time.
        for (int i = 0; i < n; i++) {
            if (summer[i] && total[i] < standard[i]) {
                standard[i] = total[i];
                if (i > 0 && !summer[i - 1] && total[i - 1] - total[i] == 3600) {
                    standard[i - 1] = total[i];
                }
                if (i + 1 < n && !summer[i + 1] && total[i + 1] - total[i] == 3600) {
                    standard[i + 1] = total[i];
                }
            }
        }
        int keep = at.length;
        if (rule != null && rule.hasSummerTime()) {
            // What the rule says again is not kept.
            while (keep > 1 && impliedBy(rule, at[keep - 1], total[keep])) {
                keep--;
            }
            if (keep < at.length) {
                keep++;
            }
        }
        // Changes of the name alone are none.
        ArrayList<Integer> real = new ArrayList<>();
        for (int i = 0; i < keep; i++) {
            if (total[i] != total[i + 1] || standard[i] != standard[i + 1]) {
                real.add(i);
            }
        }
        int m = real.size();
        long[] newAt = new long[m];
        int[] newTotal = new int[m + 1];
        int[] newStandard = new int[m + 1];
        String[] newNames = new String[m + 1];
        newTotal[0] = total[0];
        newStandard[0] = standard[0];
        newNames[0] = names[0];
        for (int i = 0; i < m; i++) {
            int from = real.get(i);
            int next = i + 1 < m ? real.get(i + 1) : keep;
            newAt[i] = at[from];
            newTotal[i + 1] = total[from + 1];
            newStandard[i + 1] = standard[from + 1];
            newNames[i + 1] = names[next];
        }
        if (m == 0 && rule != null && !rule.hasSummerTime()) {
            newNames[0] = names[names.length - 1];
        }
        return new TzData(id, newAt, newTotal, newStandard, newNames, rule);
    }

    /** Standard time during summer time: that of the standard time next to it, if the two differ by a plausible amount. */
    private static int standardOf(int[] total, int[] standard, boolean[] summer, int i) {
        for (int j = i - 1; j >= 0 && j >= i - 1; j--) {
            int saving = total[i] - standard[j];
            if (saving > 0 && saving <= 7200 || saving == -3600) {
                return standard[j];
            }
        }
        for (int j = i + 1; j < total.length && j <= i + 2; j++) {
            int saving = total[i] - total[j];
            if (!summer[j] && (saving > 0 && saving <= 7200 || saving == -3600)) {
                return total[j];
            }
        }
        return total[i] - 3600;
    }

    private static boolean impliedBy(PosixZone rule, long instant, int offset) {
        long year = PosixZone.yearOf(instant + rule.standardOffset);
        return instant == rule.startOf(year) && offset == rule.summerOffset || instant == rule.endOf(year) && offset == rule.standardOffset;
    }
}
