import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Grapheme clusters, look-behind without a bound, messages of bad patterns, generic names of arrays, null cut short. */
public class Clusters {
    private static void find(String regex, String text) {
        try {
            Matcher m = Pattern.compile(regex).matcher(text);
            StringBuilder sb = new StringBuilder(regex).append(":");
            while (m.find()) {
                sb.append(" ").append(m.start()).append("-").append(m.end());
            }
            System.out.println(sb);
        } catch (PatternSyntaxException e) {
            System.out.println(e.getMessage().replace('\0', '0'));
        }
    }

    public static void main(String[] args) {
        find("\\X", "e\u0301\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddfa\ud83c\uddf8\r\nx\u1100\u1161\u11a8");
        find("\\b{g}", "e\u0301x");
        find("(?<=a+)b", "aab b");
        find("(?<=a*c)b", "aacb b");
        find("(?<!\\s+)b", " b ab");
        find("(?<=(?:ab)*)c", "ababc");
        for (String bad : new String[] {"\\c", "a{", "{", "a{x}", "\\p", "\\p{"}) {
            find(bad, "");
        }
        System.out.println(Map[].class.toGenericString() + " " + int[][].class.toGenericString());
        System.out.println(String.format("%.2s|%.2f|%10.1e", null, null, null));
    }
}
