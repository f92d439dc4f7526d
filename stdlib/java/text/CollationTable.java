package java.text;

import java.util.ArrayList;
import java.util.HashMap;

/** Rules of sorting, read and turned into weights. */
final class CollationTable {
    /** Weights: of the letter, of the accent, of the case. */
    static final int PRIMARY = 0;
    static final int SECONDARY = 1;
    static final int TERTIARY = 2;

    private static final String RELATIONS = "<;,=";

    private final HashMap<String, int[][]> weights = new HashMap<>();
    private int longest = 1;
    private int primaries;

    /** A text with its relation to the one before it. */
    private static final class Entry {
        final String text;
        final int level;
        final String expansion;

        Entry(String text, int level, String expansion) {
            this.text = text;
            this.level = level;
            this.expansion = expansion;
        }
    }

    private final ArrayList<Entry> order = new ArrayList<>();
    private final String rules;
    private int at;

    CollationTable(String rules) throws ParseException {
        this.rules = rules;
        if (rules.isEmpty()) {
            throw new ParseException("Build rules empty.", 0);
        }
        read();
        weigh();
    }

    private void skip() {
        while (at < rules.length() && (Character.isWhitespace(rules.charAt(at)) || rules.charAt(at) == '@' || rules.charAt(at) == '!')) {
            at++;
        }
    }

    /** A text as far as the next sign; what is quoted is text. */
    private String text() throws ParseException {
        StringBuilder sb = new StringBuilder();
        while (at < rules.length()) {
            char c = rules.charAt(at);
            if (c == '\'') {
                int end = rules.indexOf('\'', at + 1);
                if (end < 0) {
                    throw new ParseException("missing closing quote", at);
                }
                sb.append(end == at + 1 ? "'" : rules.substring(at + 1, end));
                at = end + 1;
            } else if (RELATIONS.indexOf(c) >= 0 || c == '&' || c == '/') {
                break;
            } else {
                if (!Character.isWhitespace(c)) {
                    sb.append(c);
                }
                at++;
            }
        }
        return sb.toString();
    }

    private void read() throws ParseException {
        int place = 0;
        String expansion = "";
        skip();
        while (at < rules.length()) {
            int start = at;
            char sign = rules.charAt(at++);
            if (sign == '&') {
                String reset = text();
                if (reset.isEmpty()) {
                    throw new ParseException("missing chars (=,;<&): " + rules.substring(Math.min(start, rules.length())), start);
                }
                String known = reset;
                while (!known.isEmpty() && find(known) < 0) {
                    known = known.substring(0, known.length() - 1);
                }
                if (known.isEmpty()) {
                    throw new ParseException("couldn't find: &" + reset, -1);
                }
                place = find(known) + 1;
                expansion = reset.substring(known.length());
            } else if (RELATIONS.indexOf(sign) >= 0) {
                String text = text();
                if (text.isEmpty()) {
                    throw new ParseException("missing chars (=,;<&): " + rules.substring(at), at);
                }
                String own = expansion;
                if (at < rules.length() && rules.charAt(at) == '/') {
                    at++;
                    own = text();
                }
                place = insert(place, new Entry(text, RELATIONS.indexOf(sign), own));
                if (sign == '<') {
                    expansion = "";
                }
            } else {
                throw new ParseException("missing char (=,;<&) : " + rules.substring(start), start);
            }
            skip();
        }
    }

    private int find(String text) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).text.equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind those that differ less from the one before the place; the place behind it. */
    private int insert(int place, Entry e) {
        int before = find(e.text);
        int i = place;
        if (before >= 0) {
            Entry gone = order.remove(before);
            if (before < i) {
                i--;
            }
            // What was related to the one that moves is now related to what came before it.
            if (before < order.size() && order.get(before).level > gone.level) {
                Entry next = order.get(before);
                order.set(before, new Entry(next.text, gone.level, next.expansion));
            }
        }
        while (i < order.size() && order.get(i).level > e.level) {
            i++;
        }
        order.add(i, e);
        return i + 1;
    }

    private void weigh() {
        int p = 0;
        int s = 1;
        int t = 1;
        for (Entry e : order) {
            switch (e.level) {
                case 0 -> {
                    p++;
                    s = 1;
                    t = 1;
                }
                case 1 -> {
                    s++;
                    t = 1;
                }
                case 2 -> t++;
                default -> {
                }
            }
            weights.put(e.text, new int[][] {{p, s, t}});
            longest = Math.max(longest, e.text.length());
        }
        primaries = p;
        for (Entry e : order) {
            if (!e.expansion.isEmpty()) {
                ArrayList<int[]> all = new ArrayList<>();
                all.add(weights.get(e.text)[0]);
                all.addAll(of(e.expansion));
                weights.put(e.text, all.toArray(new int[0][]));
            }
        }
    }

    /** The weights of a text; letters that no rule names come behind, by code point. */
    ArrayList<int[]> of(String text) {
        ArrayList<int[]> all = new ArrayList<>(text.length() + 4);
        for (int i = 0; i < text.length();) {
            int length = Math.min(longest, text.length() - i);
            int[][] found = null;
            while (length > 0 && (found = weights.get(text.substring(i, i + length))) == null) {
                length--;
            }
            if (found != null) {
                for (int[] w : found) {
                    if (w[PRIMARY] != 0 || w[SECONDARY] > 1 || w[TERTIARY] > 1) {
                        all.add(w);
                    }
                }
                i += length;
                continue;
            }
            int c = text.codePointAt(i);
            int size = Character.charCount(c);
            String parts = Normalizer.normalize(text.substring(i, i + size), Normalizer.Form.NFD);
            if (parts.length() > size) {
                all.addAll(of(parts));
            } else {
                all.add(new int[] {primaries + 1 + c, 1, 1});
            }
            i += size;
        }
        return all;
    }
}
