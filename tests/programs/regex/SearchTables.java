import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Classes, searches and replacements over Latin-1, wide characters and surrogate pairs: every pattern on every text, as one hash a pattern. */
public class SearchTables {
    static final String[] ATOMS = {"a", "b", "[ab]", "[^a]", "[a-c&&[^b]]", ".", "\\w", "\\W", "\\d", "\\s", "\u00e9", "[\u00e0-\u01ff]", "[^\u00e9x]", "\ud83d\ude00",
        "[\ud83d\ude00a]", "\\p{L}", "k", "K", "[i-l]", "ab", "abc", "(?:a|b)", "(?:ab|c)", "$", "\\b", "(?=a)", "[\\s,;]", "\\h", "\\p{Punct}", "\u4e2d",
        "(?>a+)", "[^\\n]", "\\p{IsAlphabetic}", "s", "[[a-f][0-9]]", "x"};
    static final String[] QUANTIFIERS = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "*?", "+?", "*+", "{0,1}"};
    static final String[] TEXTS = {"", "a", "ab", "abc", "aabbcc", "xyz", "a b,c;d", "caf\u00e9 \u00c9t\u00e9", "\ud83d\ude00a\ud83d\ude00", "K\u212ak", "S\u017fs", "line\r\nnext\n",
        "\u4e2d\u6587 mixed abcabc", "1234 abba 77", "aaaaaaab", "The quick, brown fox; jumps!", "\u0130i\u0131I", "\t\u00a0 x"};

    public static void main(String[] args) {
        Random r = new Random(5);
        int broken = 0;
        long all = 0;
        for (int i = 0; i < 1500; i++) {
            StringBuilder p = new StringBuilder();
            int n = 1 + r.nextInt(3);
            for (int k = 0; k < n; k++) {
                String atom = ATOMS[r.nextInt(ATOMS.length)];
                String q = QUANTIFIERS[r.nextInt(QUANTIFIERS.length)];
                p.append(q.isEmpty() ? atom : "(?:" + atom + ")" + q);
                if (r.nextInt(6) == 0 && k + 1 < n) {
                    p.append('|');
                }
            }
            int flags = r.nextInt(3) == 0 ? r.nextInt(2) * Pattern.CASE_INSENSITIVE | r.nextInt(2) * Pattern.DOTALL
                    | r.nextInt(2) * Pattern.UNIX_LINES : 0;
            Pattern c;
            try {
                c = Pattern.compile(p.toString(), flags);
            } catch (PatternSyntaxException e) {
                broken++;
                continue;
            }
            long hash = 0;
            for (String t : TEXTS) {
                StringBuilder out = new StringBuilder();
                Matcher m = c.matcher(r.nextBoolean() ? t : new StringBuilder(t));
                while (m.find()) {
                    out.append(m.start()).append('-').append(m.end()).append(' ');
                    for (int g = 1; g <= m.groupCount(); g++) {
                        out.append(m.group(g)).append('/');
                    }
                }
                out.append(m.matches()).append(m.lookingAt()).append(m.hitEnd());
                out.append(Arrays.toString(c.split(t))).append(Arrays.toString(c.split(t, 2))).append(c.matcher(t).replaceAll("<$0>")).append(c.matcher(t).replaceFirst("-"));
                if (args.length > 0 && Integer.parseInt(args[0]) == i) {
                    System.out.println(p + " " + flags + " on " + t + ": " + out);
                }
                hash = hash * 31 + out.toString().hashCode();
            }
            all = all * 31 + hash;
            if (args.length > 0) {
                System.out.println(i + " " + p + " " + flags + " " + hash);
            } else if (i % 50 == 49) {
                System.out.println(i + " " + all);
            }
        }
        System.out.println("broken " + broken);
        System.out.println("a1b22c".replaceAll("[0-9]+", ""));
        try {
            "aXb".replaceAll("[X]", null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
