import java.util.*;

public class Algorithms {
    static boolean pal(String s) {
        int i = 0, j = s.length() - 1;
        while (i < j) if (s.charAt(i++) != s.charAt(j--)) return false;
        return true;
    }
    static int lev(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) for (int j = 0; j <= b.length(); j++) d[i][j] = i == 0 ? j : j == 0 ? i : Math.min(d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        return d[a.length()][b.length()];
    }
    static String caesar(String s, int k) {
        StringBuilder sb = new StringBuilder();
        for (char c : s.toCharArray()) sb.append(Character.isLowerCase(c) ? (char) ('a' + (c - 'a' + k + 26) % 26) : c);
        return sb.toString();
    }
    static void perms(String pre, String s, List<String> out) {
        if (s.isEmpty()) out.add(pre);
        for (int i = 0; i < s.length(); i++) perms(pre + s.charAt(i), s.substring(0, i) + s.substring(i + 1), out);
    }
    static String roman(int n) {
        int[] v = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] r = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        String s = "";
        for (int i = 0; i < v.length; i++) while (n >= v[i]) {
            s += r[i];
            n -= v[i];
        }
        return s;
    }
    static String rle(String s) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0, j; i < s.length(); i = j) {
            for (j = i; j < s.length() && s.charAt(j) == s.charAt(i); j++) {}
            sb.append(s.charAt(i)).append(j - i);
        }
        return sb.toString();
    }

    public static void main(String[] args) throws Exception {
        p(pal("racecar") + "" + pal("ab"));
        p(lev("kitten", "sitting"));
        p(caesar("hello, xyz", 3) + caesar(caesar("abc", 5), -5));
        List<String> l = new ArrayList<>();
        perms("", "abcd", l);
        p(l);
        for (int n : new int[] {1, 4, 9, 14, 1994, 3999}) p(roman(n));
        p(rle("aaabccd"));
        Map<String, Integer> wc = new TreeMap<>();
        for (String w : "the cat and the dog and the end".split(" ")) wc.merge(w, 1, Integer::sum);
        p(wc);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
