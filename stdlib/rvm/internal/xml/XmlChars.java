package rvm.internal.xml;

/** Which characters names are made of (XML 1.0, fifth edition). */
public final class XmlChars {
    private XmlChars() {
    }

    public static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    public static boolean isChar(int c) {
        return c >= 0x20 && c <= 0xd7ff || c == 9 || c == 10 || c == 13 || c >= 0xe000 && c <= 0xfffd || c >= 0x10000 && c <= 0x10ffff;
    }

    public static boolean isNameStart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
        }
        return c >= 0xc0 && c <= 0x2ff && c != 0xd7 && c != 0xf7 || c >= 0x370 && c <= 0x1fff && c != 0x37e || c == 0x200c || c == 0x200d
                || c >= 0x2070 && c <= 0x218f || c >= 0x2c00 && c <= 0x2fef || c >= 0x3001 && c <= 0xd7ff || c >= 0xf900 && c <= 0xfdcf
                || c >= 0xfdf0 && c <= 0xfffd || c >= 0x10000 && c <= 0xeffff;
    }

    public static boolean isName(int c) {
        return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == 0xb7 || c >= 0x300 && c <= 0x36f || c == 0x203f || c == 0x2040;
    }

    /** Whether a text is a name. */
    public static boolean isName(String s) {
        if (s == null || s.isEmpty() || !isNameStart(s.codePointAt(0))) {
            return false;
        }
        return s.codePoints().allMatch(XmlChars::isName);
    }

    public static boolean isBlank(CharSequence s) {
        for (int i = 0; i < s.length(); i++) {
            if (!isSpace(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
