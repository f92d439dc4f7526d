package java.text;

import java.util.Objects;
import rvm.internal.Unicode;

/** Unicode's normal forms. */
public final class Normalizer {
    private Normalizer() {
    }

    /** The normal forms. */
    public enum Form {
        NFD, NFC, NFKD, NFKC
    }

    public static String normalize(CharSequence src, Form form) {
        String s = src.toString();
        int f = Objects.requireNonNull(form).ordinal();
        // Lone surrogates stay as they are: the host's strings cannot hold them.
        StringBuilder sb = null;
        int from = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                i++;
                continue;
            }
            sb = sb == null ? new StringBuilder() : sb;
            sb.append(Unicode.normalize(s.substring(from, i), f)).append(c);
            from = i + 1;
        }
        return sb == null ? Unicode.normalize(s, f) : sb.append(Unicode.normalize(s.substring(from), f)).toString();
    }

    public static boolean isNormalized(CharSequence src, Form form) {
        return normalize(src, form).contentEquals(src);
    }
}
