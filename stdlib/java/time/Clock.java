package java.time;

import java.io.Serializable;
import java.util.Objects;

/** Tells the current instant, and a time zone. */
public abstract class Clock implements InstantSource {
    protected Clock() {
    }

    public static Clock systemUTC() {
        return SystemClock.UTC;
    }

    public static Clock systemDefaultZone() {
        return new SystemClock(ZoneId.systemDefault());
    }

    public static Clock system(ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return zone == ZoneOffset.UTC ? SystemClock.UTC : new SystemClock(zone);
    }

    public static Clock tickMillis(ZoneId zone) {
        return new TickClock(system(zone), 1000_000L);
    }

    public static Clock tickSeconds(ZoneId zone) {
        return new TickClock(system(zone), 1000_000_000L);
    }

    public static Clock tickMinutes(ZoneId zone) {
        return new TickClock(system(zone), 60_000_000_000L);
    }

    public static Clock tick(Clock baseClock, Duration tickDuration) {
        Objects.requireNonNull(baseClock, "baseClock");
        Objects.requireNonNull(tickDuration, "tickDuration");
        if (tickDuration.isNegative()) {
            throw new IllegalArgumentException("Tick duration must not be negative");
        }
        long nanos = tickDuration.toNanos();
        if (nanos % 1000_000 != 0 && (nanos == 0 || 1000_000_000 % nanos != 0)) {
            throw new IllegalArgumentException("Invalid tick duration");
        }
        return nanos <= 1 ? baseClock : new TickClock(baseClock, nanos);
    }

    public static Clock fixed(Instant fixedInstant, ZoneId zone) {
        Objects.requireNonNull(fixedInstant, "fixedInstant");
        Objects.requireNonNull(zone, "zone");
        return new FixedClock(fixedInstant, zone);
    }

    public static Clock offset(Clock baseClock, Duration offsetDuration) {
        Objects.requireNonNull(baseClock, "baseClock");
        Objects.requireNonNull(offsetDuration, "offsetDuration");
        return offsetDuration.equals(Duration.ZERO) ? baseClock : new OffsetClock(baseClock, offsetDuration);
    }

    public abstract ZoneId getZone();

    @Override
    public abstract Clock withZone(ZoneId zone);

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public abstract Instant instant();

    @Override
    public boolean equals(Object obj) {
        return super.equals(obj);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    // Seconds since 1970 into parts[0], nanoseconds of the second into parts[1].
    static native void now0(long[] parts);

    static Instant now() {
        long[] parts = new long[2];
        now0(parts);
        return Instant.ofEpochSecond(parts[0], parts[1]);
    }

    private static final class SystemClock extends Clock implements Serializable {
        private static final long serialVersionUID = 6740630888130243051L;
        static final SystemClock UTC = new SystemClock(ZoneOffset.UTC);
        private final ZoneId zone;

        SystemClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(this.zone) ? this : new SystemClock(zone);
        }

        @Override
        public long millis() {
            return System.currentTimeMillis();
        }

        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof SystemClock && zone.equals(((SystemClock) obj).zone);
        }

        @Override
        public int hashCode() {
            return zone.hashCode() + 1;
        }

        @Override
        public String toString() {
            return "SystemClock[" + zone + "]";
        }
    }

    private static final class FixedClock extends Clock implements Serializable {
        private static final long serialVersionUID = 7430389292664866958L;
        private final Instant instant;
        private final ZoneId zone;

        FixedClock(Instant instant, ZoneId zone) {
            this.instant = instant;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(this.zone) ? this : new FixedClock(instant, zone);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof FixedClock && instant.equals(((FixedClock) obj).instant) && zone.equals(((FixedClock) obj).zone);
        }

        @Override
        public int hashCode() {
            return instant.hashCode() ^ zone.hashCode();
        }

        @Override
        public String toString() {
            return "FixedClock[" + instant + "," + zone + "]";
        }
    }

    private static final class OffsetClock extends Clock implements Serializable {
        private static final long serialVersionUID = 2007484719125426256L;
        private final Clock base;
        private final Duration offset;

        OffsetClock(Clock base, Duration offset) {
            this.base = base;
            this.offset = offset;
        }

        @Override
        public ZoneId getZone() {
            return base.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(base.getZone()) ? this : new OffsetClock(base.withZone(zone), offset);
        }

        @Override
        public long millis() {
            return Math.addExact(base.millis(), offset.toMillis());
        }

        @Override
        public Instant instant() {
            return base.instant().plus(offset);
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof OffsetClock && base.equals(((OffsetClock) obj).base) && offset.equals(((OffsetClock) obj).offset);
        }

        @Override
        public int hashCode() {
            return base.hashCode() ^ offset.hashCode();
        }

        @Override
        public String toString() {
            return "OffsetClock[" + base + "," + offset + "]";
        }
    }

    private static final class TickClock extends Clock implements Serializable {
        private static final long serialVersionUID = 6504659149906368850L;
        private final Clock base;
        private final long tickNanos;

        TickClock(Clock base, long tickNanos) {
            this.base = base;
            this.tickNanos = tickNanos;
        }

        @Override
        public ZoneId getZone() {
            return base.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(base.getZone()) ? this : new TickClock(base.withZone(zone), tickNanos);
        }

        @Override
        public long millis() {
            long millis = base.millis();
            return millis - Math.floorMod(millis, tickNanos / 1000_000L);
        }

        @Override
        public Instant instant() {
            if (tickNanos % 1000_000 == 0) {
                long millis = base.millis();
                return Instant.ofEpochMilli(millis - Math.floorMod(millis, tickNanos / 1000_000L));
            }
            Instant instant = base.instant();
            return instant.minusNanos(Math.floorMod((long) instant.getNano(), tickNanos));
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof TickClock && tickNanos == ((TickClock) obj).tickNanos && base.equals(((TickClock) obj).base);
        }

        @Override
        public int hashCode() {
            return base.hashCode() ^ (int) (tickNanos ^ tickNanos >>> 32);
        }

        @Override
        public String toString() {
            return "TickClock[" + base + "," + Duration.ofNanos(tickNanos) + "]";
        }
    }

    /** A clock over any source. */
    static final class Sourced extends Clock implements Serializable {
        private static final long serialVersionUID = 235386528762398L;
        private final InstantSource base;
        private final ZoneId zone;

        Sourced(InstantSource base, ZoneId zone) {
            this.base = Objects.requireNonNull(base, "baseSource");
            this.zone = Objects.requireNonNull(zone, "zone");
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(this.zone) ? this : new Sourced(base, zone);
        }

        @Override
        public long millis() {
            return base.millis();
        }

        @Override
        public Instant instant() {
            return base.instant();
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof Sourced && zone.equals(((Sourced) obj).zone) && base.equals(((Sourced) obj).base);
        }

        @Override
        public int hashCode() {
            return base.hashCode() ^ zone.hashCode();
        }

        @Override
        public String toString() {
            return "SourceClock[" + base + "," + zone + "]";
        }
    }
}
