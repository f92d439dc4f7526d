import java.text.*;
import java.util.*;

public class Normal {
    public static void main(String[] args) {
        for (String s : new String[] {"Crème Brûlée", "e\u0301", "\u212b", "ﬁ①½", "각", "a\ud800b", "", "ǅ", "\u0344", "q\u0307\u0323"}) {
            for (Normalizer.Form f : Normalizer.Form.values()) {
                StringBuilder sb = new StringBuilder();
                Normalizer.normalize(s, f).chars().forEach(c -> sb.append(Integer.toHexString(c)).append(' '));
                System.out.println(f + " " + sb + Normalizer.isNormalized(s, f));
            }
        }
        System.out.println(Normalizer.normalize("Ünïcödé ñ", Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
}
