import java.text.*;
import java.util.*;

/** The order in which people look for words. */
public class Collation {
    public static void main(String[] args) throws Exception {
        Collator c = Collator.getInstance(Locale.ROOT);
        Collator primary = (Collator) c.clone();
        primary.setStrength(Collator.PRIMARY);
        Collator secondary = (Collator) c.clone();
        secondary.setStrength(Collator.SECONDARY);
        List<String> all = new ArrayList<>();
        for (int i = 1; i < 0x17f; i++) if (Character.isLetterOrDigit(i) && i < 0xaa || i >= 0x20 && i < 0x7f || "áàâäãåæçéèêëíìîïñóòôöõœúùûüýÿžßþðÁÀÂÄÉÈÊËÑÖÜŽ".indexOf(i) >= 0) all.add("" + (char) i);
        Collections.shuffle(all, new Random(1));
        all.sort((x, y) -> {
            int r = c.compare(x, y);
            return r != 0 ? r : x.compareTo(y);
        });
        StringBuilder sb = new StringBuilder();
        String before = null;
        for (String x : all) {
            if (before != null) sb.append(primary.compare(before, x) != 0 ? " < " : secondary.compare(before, x) != 0 ? " ; " : c.compare(before, x) != 0 ? " , " : " = ");
            sb.append(x);
            before = x;
        }
        System.out.println(sb);
        String[] words = {"a b", "ab", "a-b", "a_b", "A", "a", "B", "b", "é", "e", "E", "É", "ea", "éa", "eb", "co-op", "coop", "CO-OP", "z", "æ", "ae", "ß", "ss", "10", "9", "2", "", " ", "résumé", "resume",
            "Resume", "resumes", "naïve", "naive", "#", "$", "(", ")", "a.b", "a/b", "ab c", "a bc", "re\u0301sume\u0301"};
        for (Collator x : new Collator[] {c, secondary, primary}) {
            String[] copy = words.clone();
            Arrays.sort(copy, x);
            System.out.println(Arrays.toString(copy));
        }
        System.out.println(c.compare("abc", "ABC") + " " + secondary.compare("abc", "ABC") + " " + primary.compare("abc", "ábc") + " " + c.compare("a b", "ab") + " " + primary.compare("a b", "ab") + " " + c.equals("x", "x"));
        CollationKey[] keys = Arrays.stream(words).map(c::getCollationKey).toArray(CollationKey[]::new);
        Arrays.sort(keys);
        for (CollationKey k : keys) System.out.print(k.getSourceString() + "|");
        System.out.println();
        System.out.println(c.getStrength() + " " + c.getDecomposition() + " " + c.equals(Collator.getInstance(Locale.US)) + " " + c.equals(primary));
        RuleBasedCollator r = new RuleBasedCollator("< c < b < a, A ; d < ch & b < bb");
        String[] q = {"a", "A", "b", "c", "d", "e", "x", "Z", "1", "ch", "cb", "bb", "ba"};
        Arrays.sort(q, r);
        System.out.println(Arrays.toString(q) + r.getRules());
        for (String bad : new String[] {"x", "< a < ", "& z < b", "", "<"}) {
            try {
                System.out.println(new RuleBasedCollator(bad).getRules());
            } catch (ParseException e) {
                System.out.println(e.getMessage().split(":")[0]);
            }
        }
        RuleBasedCollator more = new RuleBasedCollator(((RuleBasedCollator) Collator.getInstance(Locale.ROOT)).getRules() + "& c < ch , Ch , CH & n < ñ , Ñ");
        String[] spanish = {"cz", "ch", "d", "ca", "nz", "ña", "o", "Chico", "chico", "Ñ"};
        Arrays.sort(spanish, more);
        System.out.println(Arrays.toString(spanish));
    }
}
