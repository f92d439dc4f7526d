package java.time.zone;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.time.PosixZone;
import rvm.internal.time.TzData;

/** How a zone's offset varies. */
public final class ZoneRules implements Serializable {
    private static final long serialVersionUID = 3044319355680032515L;
    private static final ZoneOffsetTransition[] NONE = {};

    private final ZoneOffset initialStandard;
    private final ZoneOffset initialWall;
    private final ZoneOffsetTransition[] standardTransitions;
    private final ZoneOffsetTransition[] transitions;
    private final ZoneOffsetTransitionRule[] lastRules;
    private final transient ConcurrentHashMap<Integer, ZoneOffsetTransition[]> ofYears = new ConcurrentHashMap<>();

    private ZoneRules(ZoneOffset initialStandard, ZoneOffset initialWall, ZoneOffsetTransition[] standardTransitions,
            ZoneOffsetTransition[] transitions, ZoneOffsetTransitionRule[] lastRules) {
        this.initialStandard = initialStandard;
        this.initialWall = initialWall;
        this.standardTransitions = standardTransitions;
        this.transitions = transitions;
        this.lastRules = lastRules;
    }

    public static ZoneRules of(ZoneOffset baseStandardOffset, ZoneOffset baseWallOffset,
            List<ZoneOffsetTransition> standardOffsetTransitionList, List<ZoneOffsetTransition> transitionList,
            List<ZoneOffsetTransitionRule> lastRules) {
        Objects.requireNonNull(baseStandardOffset, "baseStandardOffset");
        Objects.requireNonNull(baseWallOffset, "baseWallOffset");
        Objects.requireNonNull(standardOffsetTransitionList, "standardOffsetTransitionList");
        Objects.requireNonNull(transitionList, "transitionList");
        Objects.requireNonNull(lastRules, "lastRules");
        if (lastRules.size() > 16) {
            throw new IllegalArgumentException("Too many transition rules");
        }
        return new ZoneRules(baseStandardOffset, baseWallOffset, standardOffsetTransitionList.toArray(NONE), transitionList.toArray(NONE),
                lastRules.toArray(new ZoneOffsetTransitionRule[0]));
    }

    public static ZoneRules of(ZoneOffset offset) {
        Objects.requireNonNull(offset, "offset");
        return new ZoneRules(offset, offset, NONE, NONE, new ZoneOffsetTransitionRule[0]);
    }

    static ZoneRules of(TzData data) {
        ZoneOffset wall = ZoneOffset.ofTotalSeconds(data.offsetAfter(-1));
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(data.standardAfter(-1));
        ArrayList<ZoneOffsetTransition> walls = new ArrayList<>();
        ArrayList<ZoneOffsetTransition> standards = new ArrayList<>();
        ZoneOffset w = wall;
        ZoneOffset s = standard;
        for (int i = 0; i < data.count(); i++) {
            ZoneOffset nextWall = ZoneOffset.ofTotalSeconds(data.offsetAfter(i));
            ZoneOffset nextStandard = ZoneOffset.ofTotalSeconds(data.standardAfter(i));
            if (!nextWall.equals(w)) {
                walls.add(new ZoneOffsetTransition(data.instant(i), w, nextWall));
                w = nextWall;
            }
            if (!nextStandard.equals(s)) {
                standards.add(new ZoneOffsetTransition(data.instant(i), s, nextStandard));
                s = nextStandard;
            }
        }
        ArrayList<ZoneOffsetTransitionRule> rules = new ArrayList<>();
        if (data.rule != null && data.rule.hasSummerTime()) {
            addRules(data, walls, rules);
        }
        return new ZoneRules(standard, wall, standards.toArray(NONE), walls.toArray(NONE), rules.toArray(new ZoneOffsetTransitionRule[0]));
    }

    private static void addRules(TzData data, ArrayList<ZoneOffsetTransition> walls, ArrayList<ZoneOffsetTransitionRule> rules) {
        PosixZone p = data.rule;
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(data.ruleStandard());
        ZoneOffset winter = ZoneOffset.ofTotalSeconds(p.standardOffset);
        ZoneOffset summer = ZoneOffset.ofTotalSeconds(p.summerOffset);
        ZoneOffsetTransitionRule start = rule(p.summerStart, standard, winter, summer);
        ZoneOffsetTransitionRule end = rule(p.summerEnd, standard, summer, winter);
        if (start == null || end == null) {
            // Days of the year have no place in a rule: their transitions are listed instead.
            int first = walls.isEmpty() ? 1970 : walls.get(walls.size() - 1).getDateTimeBefore().getYear();
            long last = walls.isEmpty() ? Long.MIN_VALUE : walls.get(walls.size() - 1).toEpochSecond();
            for (int year = first; year < 2400; year++) {
                ZoneOffsetTransition a = new ZoneOffsetTransition(p.startOf(year), winter, summer);
                ZoneOffsetTransition b = new ZoneOffsetTransition(p.endOf(year), summer, winter);
                for (ZoneOffsetTransition t : a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a)) {
                    if (t.toEpochSecond() > last) {
                        walls.add(t);
                    }
                }
            }
            return;
        }
        // Rules begin with the year after the last transition: what is left of its year is listed.
        if (!walls.isEmpty()) {
            ZoneOffsetTransition last = walls.get(walls.size() - 1);
            int year = last.getDateTimeBefore().getYear();
            ZoneOffsetTransition a = start.createTransition(year);
            ZoneOffsetTransition b = end.createTransition(year);
            for (ZoneOffsetTransition t : a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a)) {
                if (t.toEpochSecond() > last.toEpochSecond() && t.getOffsetBefore().equals(walls.get(walls.size() - 1).getOffsetAfter())) {
                    walls.add(t);
                }
            }
        }
        boolean northern = start.createTransition(2020).compareTo(end.createTransition(2020)) < 0;
        rules.add(northern ? start : end);
        rules.add(northern ? end : start);
    }

    private static ZoneOffsetTransitionRule rule(PosixZone.Change c, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        if (c.kind != PosixZone.Kind.MONTH_WEEK_DAY) {
            return null;
        }
        // The European Union changes at one instant, 01:00 UTC, whatever the local time.
        int local = c.time;
        ZoneOffsetTransitionRule.TimeDefinition definition = ZoneOffsetTransitionRule.TimeDefinition.WALL;
        boolean european = c.week == 5 && c.day == 0 && (c.month == 3 || c.month == 10) && local - before.getTotalSeconds() == 3600;
        if (european) {
            local = 3600;
            definition = ZoneOffsetTransitionRule.TimeDefinition.UTC;
        }
        Month month = Month.of(c.month);
        DayOfWeek day = DayOfWeek.of(c.day == 0 ? 7 : c.day);
        int indicator = c.week < 5 ? (c.week - 1) * 7 + 1 : month == Month.FEBRUARY ? -1 : month.maxLength() - 6;
        int shift = Math.floorDiv(local, 86400);
        int time = Math.floorMod(local, 86400);
        boolean endOfDay = local == 86400;
        if (shift != 0 && !endOfDay) {
            day = day.plus(shift);
            indicator += shift;
            if (indicator <= 0 || indicator > 28) {
                return null;
            }
        }
        LocalTime at = endOfDay ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(time);
        return ZoneOffsetTransitionRule.of(month, indicator, day, at, endOfDay, definition, standard, before, after);
    }

    public boolean isFixedOffset() {
        return standardTransitions.length == 0 && initialStandard.equals(initialWall) && transitions.length == 0 && lastRules.length == 0;
    }

    public ZoneOffset getOffset(Instant instant) {
        if (transitions.length == 0 && lastRules.length == 0) {
            return initialWall;
        }
        long at = instant.getEpochSecond();
        if (lastRules.length > 0 && (transitions.length == 0 || at > transitions[transitions.length - 1].toEpochSecond())) {
            ZoneOffset offset = transitions.length == 0 ? initialWall : transitions[transitions.length - 1].getOffsetAfter();
            int year = Year.of(clampYear(PosixZone.yearOf(at + offset.getTotalSeconds()))).getValue();
            ZoneOffsetTransition[] all = ofYear(year);
            ZoneOffsetTransition t = null;
            for (ZoneOffsetTransition candidate : all) {
                t = candidate;
                if (at < t.toEpochSecond()) {
                    return t.getOffsetBefore();
                }
            }
            return t.getOffsetAfter();
        }
        int i = indexAt(transitions, at);
        return i < 0 ? initialWall : transitions[i].getOffsetAfter();
    }

    private static int clampYear(long year) {
        return (int) Math.max(Year.MIN_VALUE, Math.min(Year.MAX_VALUE, year));
    }

    /** The last transition at or before an instant. */
    private static int indexAt(ZoneOffsetTransition[] list, long at) {
        int low = 0;
        int high = list.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (list[mid].toEpochSecond() <= at) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low - 1;
    }

    private ZoneOffsetTransition[] ofYear(int year) {
        ZoneOffsetTransition[] known = ofYears.get(year);
        if (known == null) {
            known = new ZoneOffsetTransition[lastRules.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = lastRules[i].createTransition(year);
            }
            if (year < 2100) {
                ofYears.putIfAbsent(year, known);
            }
        }
        return known;
    }

    /** The transition whose gap or overlap holds a local time, or else the offset. */
    private Object info(LocalDateTime local) {
        if (transitions.length == 0 && lastRules.length == 0) {
            return initialWall;
        }
        if (lastRules.length > 0) {
            ZoneOffsetTransition last = transitions.length == 0 ? null : transitions[transitions.length - 1];
            if (last == null || local.isAfter(later(last))) {
                Object found = null;
                for (ZoneOffsetTransition t : ofYear(local.getYear())) {
                    found = info(local, t);
                    if (found instanceof ZoneOffsetTransition || found.equals(t.getOffsetBefore())) {
                        return found;
                    }
                }
                return found;
            }
        }
        // The last transition that begins (by the earlier of its local times) at or before it.
        int low = 0;
        int high = transitions.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (!earlier(transitions[mid]).isAfter(local)) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low == 0 ? initialWall : info(local, transitions[low - 1]);
    }

    private static LocalDateTime earlier(ZoneOffsetTransition t) {
        return t.isGap() ? t.getDateTimeBefore() : t.getDateTimeAfter();
    }

    private static LocalDateTime later(ZoneOffsetTransition t) {
        return t.isGap() ? t.getDateTimeAfter() : t.getDateTimeBefore();
    }

    private static Object info(LocalDateTime local, ZoneOffsetTransition t) {
        if (local.isBefore(earlier(t))) {
            return t.getOffsetBefore();
        }
        return local.isBefore(later(t)) ? t : t.getOffsetAfter();
    }

    public ZoneOffset getOffset(LocalDateTime localDateTime) {
        Object info = info(localDateTime);
        return info instanceof ZoneOffsetTransition ? ((ZoneOffsetTransition) info).getOffsetBefore() : (ZoneOffset) info;
    }

    public List<ZoneOffset> getValidOffsets(LocalDateTime localDateTime) {
        Object info = info(localDateTime);
        if (info instanceof ZoneOffsetTransition) {
            return ((ZoneOffsetTransition) info).getValidOffsets();
        }
        return Collections.singletonList((ZoneOffset) info);
    }

    public ZoneOffsetTransition getTransition(LocalDateTime localDateTime) {
        Object info = info(localDateTime);
        return info instanceof ZoneOffsetTransition ? (ZoneOffsetTransition) info : null;
    }

    public ZoneOffset getStandardOffset(Instant instant) {
        int i = indexAt(standardTransitions, instant.getEpochSecond());
        return i < 0 ? initialStandard : standardTransitions[i].getOffsetAfter();
    }

    public Duration getDaylightSavings(Instant instant) {
        if (isFixedOffset()) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(getOffset(instant).getTotalSeconds() - getStandardOffset(instant).getTotalSeconds());
    }

    public boolean isDaylightSavings(Instant instant) {
        return !getStandardOffset(instant).equals(getOffset(instant));
    }

    public boolean isValidOffset(LocalDateTime localDateTime, ZoneOffset offset) {
        return getValidOffsets(localDateTime).contains(offset);
    }

    public ZoneOffsetTransition nextTransition(Instant instant) {
        long at = instant.getEpochSecond();
        if (transitions.length == 0 || at >= transitions[transitions.length - 1].toEpochSecond()) {
            if (lastRules.length == 0) {
                return null;
            }
            int year = clampYear(PosixZone.yearOf(at + lastRules[0].getStandardOffset().getTotalSeconds()));
            for (int y = year; y <= Math.min(year + 1, Year.MAX_VALUE); y++) {
                for (ZoneOffsetTransition t : ofYear(y)) {
                    if (at < t.toEpochSecond()) {
                        return t;
                    }
                }
            }
            return null;
        }
        return transitions[indexAt(transitions, at) + 1];
    }

    public ZoneOffsetTransition previousTransition(Instant instant) {
        long at = instant.getEpochSecond();
        if (instant.getNano() > 0 && at < Long.MAX_VALUE) {
            at++;
        }
        long last = transitions.length == 0 ? Long.MIN_VALUE : transitions[transitions.length - 1].toEpochSecond();
        if (lastRules.length > 0 && at > last) {
            int year = clampYear(PosixZone.yearOf(at + lastRules[0].getStandardOffset().getTotalSeconds()));
            for (int y = year; y >= year - 1 && y >= Year.MIN_VALUE; y--) {
                ZoneOffsetTransition[] all = ofYear(y);
                for (int i = all.length - 1; i >= 0; i--) {
                    if (at > all[i].toEpochSecond() && all[i].toEpochSecond() > last) {
                        return all[i];
                    }
                }
            }
        }
        int i = indexAt(transitions, at - 1);
        return i < 0 ? null : transitions[i];
    }

    public List<ZoneOffsetTransition> getTransitions() {
        return List.of(transitions);
    }

    public List<ZoneOffsetTransitionRule> getTransitionRules() {
        return List.of(lastRules);
    }

    @Override
    public boolean equals(Object otherRules) {
        if (!(otherRules instanceof ZoneRules)) {
            return false;
        }
        ZoneRules o = (ZoneRules) otherRules;
        return initialStandard.equals(o.initialStandard) && initialWall.equals(o.initialWall)
                && Arrays.equals(standardTransitions, o.standardTransitions) && Arrays.equals(transitions, o.transitions)
                && Arrays.equals(lastRules, o.lastRules);
    }

    @Override
    public int hashCode() {
        return initialStandard.hashCode() ^ Arrays.hashCode(standardTransitions) ^ initialWall.hashCode() ^ Arrays.hashCode(transitions)
                ^ Arrays.hashCode(lastRules);
    }

    @Override
    public String toString() {
        ZoneOffset now = standardTransitions.length == 0 ? initialStandard : standardTransitions[standardTransitions.length - 1].getOffsetAfter();
        return "ZoneRules[currentStandardOffset=" + now + "]";
    }
}
