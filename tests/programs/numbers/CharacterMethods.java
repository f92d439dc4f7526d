public class CharacterMethods {
    public static void main(String[] args) throws Exception {
        for (char c : "aZ5 \t_é\u0660λß\u00a0$(\u2003中".toCharArray()) p((int) c + " " + Character.isLetter(c) + Character.isDigit(c) + Character.isWhitespace(c) + Character.isUpperCase(c) + Character.isLowerCase(c) + Character.isLetterOrDigit(c) + Character.isJavaIdentifierStart(c) + Character.isSpaceChar(c) + " " + Character.toUpperCase(c) + Character.toLowerCase(c) + Character.getNumericValue(c));
        p(Character.digit('f', 16) + " " + Character.digit('g', 16) + Character.forDigit(11, 16) + (int) Character.forDigit(20, 16));
        p(Character.isSurrogate('\ud83d') + " " + Character.toCodePoint('\ud83d', '\ude00') + Character.charCount(0x1F600) + new String(Character.toChars(0x1F600)).length() + Character.highSurrogate(0x1F600) % 7);
        p(Character.valueOf('c').compareTo('a') + " " + Character.compare('a', 'c') + Character.toString(98) + Character.reverseBytes('\u0102') % 1000 + Character.isAlphabetic('x') + Character.isISOControl('\n') + Character.valueOf('a').hashCode());
        p(Character.getType('A') + " " + Character.getType('1') + Character.getType(' ') + Character.MIN_RADIX + Character.MAX_RADIX);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
