package java.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A way to write characters as bytes. */
public abstract class Charset implements Comparable<Charset> {
    private final String name;
    private final String[] aliases;

    protected Charset(String canonicalName, String[] aliases) {
        checkName(canonicalName);
        this.name = canonicalName;
        this.aliases = aliases == null ? new String[0] : aliases;
    }

    private static void checkName(String s) {
        boolean legal = !s.isEmpty();
        for (int i = 0; i < s.length() && legal; i++) {
            char c = s.charAt(i);
            legal = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                    || i > 0 && (c == '-' || c == '+' || c == ':' || c == '_' || c == '.');
        }
        if (!legal) {
            throw new IllegalCharsetNameException(s);
        }
    }

    private static Charset lookup(String charsetName) {
        if (charsetName == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        // The usual case first: no search through aliases at start-up.
        if (charsetName.equals("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        for (Charset cs : BuiltinCharsets.ALL) {
            if (cs.name.equalsIgnoreCase(charsetName)) {
                return cs;
            }
            for (String alias : cs.aliases) {
                if (alias.equalsIgnoreCase(charsetName)) {
                    return cs;
                }
            }
        }
        checkName(charsetName);
        return null;
    }

    public static boolean isSupported(String charsetName) {
        return lookup(charsetName) != null;
    }

    public static Charset forName(String charsetName) {
        Charset cs = lookup(charsetName);
        if (cs == null) {
            throw new UnsupportedCharsetException(charsetName);
        }
        return cs;
    }

    /** UTF-8, as of JDK 18 everywhere and before on the systems that we run on. */
    public static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    public static SortedMap<String, Charset> availableCharsets() {
        TreeMap<String, Charset> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Charset cs : BuiltinCharsets.ALL) {
            map.put(cs.name, cs);
        }
        return Collections.unmodifiableSortedMap(map);
    }

    public final String name() {
        return name;
    }

    public final Set<String> aliases() {
        HashSet<String> set = new HashSet<>();
        Collections.addAll(set, aliases);
        return Collections.unmodifiableSet(set);
    }

    public String displayName() {
        return name;
    }

    public String displayName(Locale locale) {
        return name;
    }

    public final boolean isRegistered() {
        return !name.startsWith("X-") && !name.startsWith("x-");
    }

    public abstract boolean contains(Charset cs);

    public abstract CharsetDecoder newDecoder();

    public abstract CharsetEncoder newEncoder();

    public boolean canEncode() {
        return true;
    }

    public final CharBuffer decode(ByteBuffer bb) {
        try {
            return newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE).decode(bb);
        } catch (CharacterCodingException e) {
            throw new Error(e);
        }
    }

    public final ByteBuffer encode(CharBuffer cb) {
        try {
            return newEncoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE).encode(cb);
        } catch (CharacterCodingException e) {
            throw new Error(e);
        }
    }

    public final ByteBuffer encode(String str) {
        return encode(CharBuffer.wrap(str));
    }

    @Override
    public final int compareTo(Charset that) {
        return name.compareToIgnoreCase(that.name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final boolean equals(Object ob) {
        return this == ob || ob instanceof Charset && name.equals(((Charset) ob).name);
    }

    @Override
    public final String toString() {
        return name;
    }
}
