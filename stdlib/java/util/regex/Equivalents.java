package java.util.regex;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * CANON_EQ: writes a pattern anew, with an alternative for each text that is canonically equivalent to a letter and its
 * marks. The input is searched as it is.
 */
final class Equivalents {
    /** The orders of more marks on one letter are not all tried. */
    private static final int MOST_MARKS = 5;

    private final String pattern;
    private final StringBuilder out = new StringBuilder();
    private int i;

    private Equivalents(String pattern) {
        this.pattern = pattern;
    }

    static String expand(String pattern) {
        Equivalents e = new Equivalents(pattern);
        while (e.i < pattern.length()) {
            e.step();
        }
        return e.out.toString();
    }

    private void step() {
        char c = pattern.charAt(i);
        if (c == '\\') {
            escape(out);
        } else if (c == '[') {
            brackets();
        } else {
            String cluster = cluster();
            Set<String> all = of(cluster);
            if (all.size() == 1) {
                out.append(cluster);
            } else {
                out.append("(?:").append(String.join("|", all)).append(')');
            }
        }
    }

    /** Copies what a backslash begins: quoted text, a name in braces, or one character. */
    private void escape(StringBuilder to) {
        int end = Math.min(i + 2, pattern.length());
        char kind = end - 1 > i ? pattern.charAt(i + 1) : 0;
        int close = -1;
        if (kind == 'Q') {
            close = pattern.indexOf("\\E", end);
            close = close < 0 ? pattern.length() : close + 2;
        } else if ((kind == 'p' || kind == 'P' || kind == 'x' || kind == 'N' || kind == 'b') && end < pattern.length()
                && pattern.charAt(end) == '{') {
            close = pattern.indexOf('}', end) + 1;
        } else if (kind == 'k' && end < pattern.length() && pattern.charAt(end) == '<') {
            close = pattern.indexOf('>', end) + 1;
        }
        end = close > end ? close : end;
        to.append(pattern, i, end);
        i = end;
    }

    /** A class; characters of it that have other forms become alternatives beside it. */
    private void brackets() {
        StringBuilder set = new StringBuilder();
        Set<String> others = new LinkedHashSet<>();
        int depth = 0;
        boolean negated = pattern.startsWith("[^", i);
        do {
            char c = pattern.charAt(i);
            if (c == '\\') {
                escape(set);
                continue;
            }
            if (c == '[' || c == ']') {
                depth += c == '[' ? 1 : -1;
                set.append(c);
                i++;
                continue;
            }
            String cluster = cluster();
            Set<String> all = of(cluster);
            for (String form : all) {
                if (form.codePointCount(0, form.length()) == 1) {
                    set.append(form);
                } else {
                    others.add(form);
                }
            }
        } while (depth > 0 && i < pattern.length());
        if (others.isEmpty()) {
            out.append(set);
        } else if (negated) {
            out.append("(?:(?!").append(String.join("|", others)).append(')').append(set).append(')');
        } else {
            out.append("(?:").append(String.join("|", others)).append('|').append(set).append(')');
        }
    }

    private static boolean isMark(int c) {
        int t = Character.getType(c);
        // The second and third parts of a Hangul syllable are no marks, but join what is before them.
        return t == Character.NON_SPACING_MARK || t == Character.COMBINING_SPACING_MARK || t == Character.ENCLOSING_MARK
                || c >= 0x1161 && c <= 0x1175 || c >= 0x11a8 && c <= 0x11c2;
    }

    /** A character and the marks behind it. */
    private String cluster() {
        int begin = i;
        i += Character.charCount(pattern.codePointAt(i));
        while (i < pattern.length() && isMark(pattern.codePointAt(i))) {
            i += Character.charCount(pattern.codePointAt(i));
        }
        return pattern.substring(begin, i);
    }

    /** The text's equivalents, itself among them. */
    private static Set<String> of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        int[] parts = apart.codePoints().toArray();
        if (parts.length == 1) {
            Set<String> few = new LinkedHashSet<>();
            few.add(text);
            few.add(apart);
            return few;
        }
        List<Integer> marks = new ArrayList<>();
        for (int k = 1; k < parts.length; k++) {
            marks.add(parts[k]);
        }
        Set<String> orders = new LinkedHashSet<>();
        orders.add(apart);
        if (marks.size() <= MOST_MARKS) {
            permute(new StringBuilder().appendCodePoint(parts[0]), marks, apart, orders);
        }
        Set<String> all = new LinkedHashSet<>(orders);
        for (String order : orders) {
            // Put together from the left, as far as there is one character for it.
            int[] cs = order.codePoints().toArray();
            for (int n = 2; n <= cs.length; n++) {
                String head = Normalizer.normalize(new String(cs, 0, n), Normalizer.Form.NFC);
                if (head.codePointCount(0, head.length()) == 1) {
                    all.add(head + new String(cs, n, cs.length - n));
                }
            }
        }
        all.add(text);
        return all;
    }

    private static void permute(StringBuilder head, List<Integer> rest, String apart, Set<String> found) {
        if (rest.isEmpty()) {
            String order = head.toString();
            if (Normalizer.normalize(order, Normalizer.Form.NFD).equals(apart)) {
                found.add(order);
            }
            return;
        }
        for (int k = 0; k < rest.size(); k++) {
            int length = head.length();
            List<Integer> left = new ArrayList<>(rest);
            head.appendCodePoint(left.remove(k));
            permute(head, left, apart, found);
            head.setLength(length);
        }
    }
}
