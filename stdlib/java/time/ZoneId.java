package java.time;

import java.io.Serializable;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;

/** A time zone: a region, or an offset from UTC. */
public abstract class ZoneId implements Serializable {
    private static final long serialVersionUID = 8352817235686L;

    public static final Map<String, String> SHORT_IDS = Map.ofEntries(
            Map.entry("ACT", "Australia/Darwin"), Map.entry("AET", "Australia/Sydney"),
            Map.entry("AGT", "America/Argentina/Buenos_Aires"), Map.entry("ART", "Africa/Cairo"),
            Map.entry("AST", "America/Anchorage"), Map.entry("BET", "America/Sao_Paulo"),
            Map.entry("BST", "Asia/Dhaka"), Map.entry("CAT", "Africa/Harare"),
            Map.entry("CNT", "America/St_Johns"), Map.entry("CST", "America/Chicago"),
            Map.entry("CTT", "Asia/Shanghai"), Map.entry("EAT", "Africa/Addis_Ababa"),
            Map.entry("ECT", "Europe/Paris"), Map.entry("IET", "America/Indiana/Indianapolis"),
            Map.entry("IST", "Asia/Kolkata"), Map.entry("JST", "Asia/Tokyo"),
            Map.entry("MIT", "Pacific/Apia"), Map.entry("NET", "Asia/Yerevan"),
            Map.entry("NST", "Pacific/Auckland"), Map.entry("PLT", "Asia/Karachi"),
            Map.entry("PNT", "America/Phoenix"), Map.entry("PRT", "America/Puerto_Rico"),
            Map.entry("PST", "America/Los_Angeles"), Map.entry("SST", "Pacific/Guadalcanal"),
            Map.entry("VST", "Asia/Ho_Chi_Minh"), Map.entry("EST", "-05:00"),
            Map.entry("MST", "-07:00"), Map.entry("HST", "-10:00"));

    ZoneId() {
    }

    public static ZoneId systemDefault() {
        return TimeZone.getDefault().toZoneId();
    }

    public static Set<String> getAvailableZoneIds() {
        return new HashSet<String>(ZoneRulesProvider.getAvailableZoneIds());
    }

    public static ZoneId of(String zoneId, Map<String, String> aliasMap) {
        Objects.requireNonNull(zoneId, "zoneId");
        Objects.requireNonNull(aliasMap, "aliasMap");
        return of(Objects.requireNonNullElse(aliasMap.get(zoneId), zoneId));
    }

    public static ZoneId of(String zoneId) {
        return of(zoneId, true);
    }

    public static ZoneId ofOffset(String prefix, ZoneOffset offset) {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(offset, "offset");
        if (prefix.isEmpty()) {
            return offset;
        }
        if (!prefix.equals("GMT") && !prefix.equals("UTC") && !prefix.equals("UT")) {
            throw new IllegalArgumentException("prefix should be GMT, UTC or UT, is: " + prefix);
        }
        return new Region(offset.getTotalSeconds() != 0 ? prefix + offset.getId() : prefix, offset.getRules());
    }

    static ZoneId of(String zoneId, boolean checkAvailable) {
        Objects.requireNonNull(zoneId, "zoneId");
        if (zoneId.length() <= 1 || zoneId.startsWith("+") || zoneId.startsWith("-")) {
            return ZoneOffset.of(zoneId);
        } else if (zoneId.startsWith("UTC") || zoneId.startsWith("GMT")) {
            return ofPrefix(zoneId, 3, checkAvailable);
        } else if (zoneId.startsWith("UT")) {
            return ofPrefix(zoneId, 2, checkAvailable);
        }
        return region(zoneId, checkAvailable);
    }

    private static ZoneId ofPrefix(String zoneId, int length, boolean checkAvailable) {
        String prefix = zoneId.substring(0, length);
        if (zoneId.length() == length) {
            return ofOffset(prefix, ZoneOffset.UTC);
        }
        if (zoneId.charAt(length) != '+' && zoneId.charAt(length) != '-') {
            return region(zoneId, checkAvailable);
        }
        try {
            ZoneOffset offset = ZoneOffset.of(zoneId.substring(length));
            return ofOffset(prefix, offset);
        } catch (DateTimeException e) {
            throw new DateTimeException("Invalid ID for offset-based ZoneId: " + zoneId, e);
        }
    }

    private static ZoneId region(String zoneId, boolean checkAvailable) {
        int n = zoneId.length();
        if (n < 2) {
            throw new DateTimeException("Invalid ID for region-based ZoneId, invalid format: " + zoneId);
        }
        for (int i = 0; i < n; i++) {
            char c = zoneId.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean inner = c == '/' || c >= '0' && c <= '9' || c == '~' || c == '.' || c == '_' || c == '+' || c == '-';
            if (!letter && !(inner && i != 0)) {
                throw new DateTimeException("Invalid ID for region-based ZoneId, invalid format: " + zoneId);
            }
        }
        ZoneRules rules = null;
        try {
            rules = ZoneRulesProvider.getRules(zoneId, true);
        } catch (ZoneRulesException e) {
            if (checkAvailable) {
                throw e;
            }
        }
        return new Region(zoneId, rules);
    }

    public static ZoneId from(TemporalAccessor temporal) {
        ZoneId zone = temporal.query(TemporalQueries.zone());
        if (zone == null) {
            throw new DateTimeException("Unable to obtain ZoneId from TemporalAccessor: " + temporal + " of type " + temporal.getClass().getName());
        }
        return zone;
    }

    public abstract String getId();

    public String getDisplayName(TextStyle style, Locale locale) {
        return new DateTimeFormatterBuilder().appendZoneText(style).toFormatter(locale).format(new TemporalAccessor() {
            @Override
            public boolean isSupported(java.time.temporal.TemporalField field) {
                return false;
            }

            @Override
            public long getLong(java.time.temporal.TemporalField field) {
                throw new java.time.temporal.UnsupportedTemporalTypeException("Unsupported field: " + field);
            }

            @SuppressWarnings("unchecked")
            @Override
            public <R> R query(java.time.temporal.TemporalQuery<R> query) {
                if (query == TemporalQueries.zoneId()) {
                    return (R) ZoneId.this;
                }
                return TemporalAccessor.super.query(query);
            }
        });
    }

    public abstract ZoneRules getRules();

    public ZoneId normalized() {
        try {
            ZoneRules rules = getRules();
            if (rules.isFixedOffset()) {
                return rules.getOffset(Instant.EPOCH);
            }
        } catch (ZoneRulesException e) {
            // An unknown region stays as it is.
        }
        return this;
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj || obj instanceof ZoneId && getId().equals(((ZoneId) obj).getId());
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public String toString() {
        return getId();
    }

    /** A zone with a name. */
    static final class Region extends ZoneId {
        private static final long serialVersionUID = 8386373296231747096L;
        private final String id;
        private final transient ZoneRules rules;

        Region(String id, ZoneRules rules) {
            this.id = id;
            this.rules = rules;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public ZoneRules getRules() {
            return rules != null ? rules : ZoneRulesProvider.getRules(id, false);
        }
    }
}
