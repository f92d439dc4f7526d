package java.util;

import java.util.Locale.FilteringMode;
import java.util.Locale.LanguageRange;

/** Matching of language tags with ranges (RFC 4647). */
final class LanguageRanges {
    private LanguageRanges() {
    }

    static List<LanguageRange> parse(String text) {
        String s = text.replace(" ", "").toLowerCase(Locale.ROOT);
        if (s.startsWith("accept-language:")) {
            s = s.substring(16);
        }
        List<LanguageRange> list = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : s.split(",")) {
            int q = part.indexOf(";q=");
            double weight = LanguageRange.MAX_WEIGHT;
            String range = part;
            if (q >= 0) {
                range = part.substring(0, q);
                try {
                    weight = Double.parseDouble(part.substring(q + 3));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("weight=\"" + part.substring(q + 3) + "\" for language range \"" + range + "\"");
                }
                if (weight < LanguageRange.MIN_WEIGHT || weight > LanguageRange.MAX_WEIGHT) {
                    throw new IllegalArgumentException("weight=" + weight + " for language range \"" + range
                            + "\". It must be between " + LanguageRange.MIN_WEIGHT + " and " + LanguageRange.MAX_WEIGHT + ".");
                }
            }
            if (seen.add(range)) {
                LanguageRange r = new LanguageRange(range, weight);
                int at = list.size();
                while (at > 0 && list.get(at - 1).getWeight() < weight) {
                    at--;
                }
                list.add(at, r);
            }
        }
        return list;
    }

    private static boolean basic(String range, String tag) {
        return range.equals("*") || tag.equals(range) || tag.startsWith(range + "-");
    }

    private static boolean extended(String range, String tag) {
        String[] r = range.split("-");
        String[] t = tag.split("-");
        if (!r[0].equals("*") && !r[0].equals(t[0])) {
            return false;
        }
        int i = 1;
        int k = 1;
        while (i < r.length) {
            if (r[i].equals("*")) {
                i++;
            } else if (k == t.length) {
                return false;
            } else if (r[i].equals(t[k])) {
                i++;
                k++;
            } else if (t[k].length() == 1) {
                return false;
            } else {
                k++;
            }
        }
        return true;
    }

    static List<String> filter(List<LanguageRange> priority, Collection<String> tags, FilteringMode mode) {
        if (priority.isEmpty() || tags.isEmpty()) {
            return new ArrayList<>();
        }
        boolean basicOnly = mode == FilteringMode.IGNORE_EXTENDED_RANGES;
        boolean wide = mode == FilteringMode.EXTENDED_FILTERING;
        List<LanguageRange> ranges = new ArrayList<>();
        for (LanguageRange r : priority) {
            boolean star = r.getRange().indexOf('*') >= 0 && !r.getRange().equals("*");
            if (star && mode == FilteringMode.REJECT_EXTENDED_RANGES) {
                throw new IllegalArgumentException("An extended range \"" + r.getRange()
                        + "\" found in REJECT_EXTENDED_RANGES mode.");
            }
            if (star && mode == FilteringMode.AUTOSELECT_FILTERING) {
                wide = true;
            }
            if (star && mode == FilteringMode.MAP_EXTENDED_RANGES) {
                String mapped = r.getRange().startsWith("*") ? "*" : r.getRange().replaceAll("-\\*", "");
                ranges.add(new LanguageRange(mapped, r.getWeight()));
            } else if (!(star && basicOnly)) {
                ranges.add(r);
            }
        }
        List<String> found = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        for (LanguageRange r : ranges) {
            if (r.getWeight() == 0) {
                for (String tag : tags) {
                    String t = tag.toLowerCase(Locale.ROOT);
                    if (wide ? extended(r.getRange(), t) : basic(r.getRange(), t)) {
                        refused.add(t);
                    }
                }
            }
        }
        for (LanguageRange r : ranges) {
            if (r.getRange().equals("*") && r.getWeight() > 0) {
                // Everything, in the order in which it was given.
                List<String> all = new ArrayList<>(tags);
                all.removeIf(tag -> refused.contains(tag.toLowerCase(Locale.ROOT)));
                return all;
            }
            for (String tag : tags) {
                String t = tag.toLowerCase(Locale.ROOT);
                if (r.getWeight() > 0 && !refused.contains(t) && (wide ? extended(r.getRange(), t) : basic(r.getRange(), t))
                        && found.stream().noneMatch(tag::equalsIgnoreCase)) {
                    found.add(tag);
                }
            }
        }
        return found;
    }

    static String lookup(List<LanguageRange> priority, Collection<String> tags) {
        for (LanguageRange r : priority) {
            String range = r.getRange();
            if (range.equals("*") || r.getWeight() == 0) {
                continue;
            }
            while (!range.isEmpty()) {
                String pattern = range.replace("*", "[^-]*");
                for (String tag : tags) {
                    if (tag.toLowerCase(Locale.ROOT).matches(pattern)) {
                        return tag;
                    }
                }
                int dash = range.lastIndexOf('-');
                if (dash < 0) {
                    break;
                }
                range = range.substring(0, dash);
                // A single letter that ends a range goes with what stood behind it.
                int single = range.lastIndexOf('-');
                if (single == range.length() - 2 && single >= 0) {
                    range = range.substring(0, single);
                }
            }
        }
        return null;
    }
}
