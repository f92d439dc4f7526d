package java.time.zone;

import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import rvm.internal.time.TzData;

/** Where the rules of regions come from; the host's own files are always one. */
public abstract class ZoneRulesProvider {
    private static final CopyOnWriteArrayList<ZoneRulesProvider> PROVIDERS = new CopyOnWriteArrayList<>();
    private static final ConcurrentHashMap<String, ZoneRulesProvider> ZONES = new ConcurrentHashMap<>();
    private static final ZoneRulesProvider HOST = new Host();

    protected ZoneRulesProvider() {
    }

    public static Set<String> getAvailableZoneIds() {
        HashSet<String> all = new HashSet<>();
        Collections.addAll(all, TzData.ids());
        all.addAll(ZONES.keySet());
        return Collections.unmodifiableSet(all);
    }

    public static ZoneRules getRules(String zoneId, boolean forCaching) {
        Objects.requireNonNull(zoneId, "zoneId");
        return provider(zoneId).provideRules(zoneId, forCaching);
    }

    public static NavigableMap<String, ZoneRules> getVersions(String zoneId) {
        Objects.requireNonNull(zoneId, "zoneId");
        return provider(zoneId).provideVersions(zoneId);
    }

    private static ZoneRulesProvider provider(String zoneId) {
        ZoneRulesProvider provider = ZONES.get(zoneId);
        if (provider != null) {
            return provider;
        }
        if (TzData.of(zoneId) == null) {
            throw new ZoneRulesException("Unknown time-zone ID: " + zoneId);
        }
        return HOST;
    }

    public static void registerProvider(ZoneRulesProvider provider) {
        Objects.requireNonNull(provider, "provider");
        for (String zoneId : provider.provideZoneIds()) {
            Objects.requireNonNull(zoneId, "zoneId");
            if (TzData.of(zoneId) != null || ZONES.putIfAbsent(zoneId, provider) != null) {
                throw new ZoneRulesException("Unable to register zone as one already registered with that ID: " + zoneId
                        + ", currently loading from provider: " + provider);
            }
        }
        PROVIDERS.add(provider);
    }

    public static boolean refresh() {
        boolean changed = false;
        for (ZoneRulesProvider provider : PROVIDERS) {
            changed |= provider.provideRefresh();
        }
        return changed;
    }

    protected abstract Set<String> provideZoneIds();

    protected abstract ZoneRules provideRules(String zoneId, boolean forCaching);

    protected abstract NavigableMap<String, ZoneRules> provideVersions(String zoneId);

    protected boolean provideRefresh() {
        return false;
    }

    private static final class Host extends ZoneRulesProvider {
        private final ConcurrentHashMap<String, ZoneRules> known = new ConcurrentHashMap<>();

        @Override
        protected Set<String> provideZoneIds() {
            HashSet<String> all = new HashSet<>();
            Collections.addAll(all, TzData.ids());
            return all;
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            return known.computeIfAbsent(zoneId, id -> ZoneRules.of(TzData.of(id)));
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            TreeMap<String, ZoneRules> map = new TreeMap<>();
            map.put("host", provideRules(zoneId, false));
            return map;
        }
    }
}
