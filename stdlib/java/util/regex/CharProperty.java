package java.util.regex;

import java.util.Locale;

/** The character properties that {@code \p{...}} names. */
final class CharProperty {
    private CharProperty() {
    }

    /** The general categories in the order of {@link Character#getType}'s values; empty where there is none. */
    private static final String[] CATEGORIES = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "", "Zs", "Zl",
        "Zp", "Cc", "Cf", "", "Co", "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"};

    /** The set of a property's name, or null if there is no such property. */
    static CharSet of(String name, boolean unicodeClasses) {
        if (unicodeClasses) {
            CharSet u = posixUnicode(name);
            if (u != null) {
                return u;
            }
        }
        CharSet s = posix(name);
        if (s == null && name.startsWith("java")) {
            s = java(name.substring(4));
        }
        if (s == null && name.startsWith("Is")) {
            s = binary(name.substring(2));
            if (s == null) {
                s = category(name.substring(2));
            }
            if (s == null) {
                s = script(name.substring(2));
            }
        }
        if (s == null && name.startsWith("In")) {
            s = block(name.substring(2));
        }
        return s != null ? s : category(name);
    }

    /** What a property that is about case means without regard to case; null for others. */
    static CharSet anyCase(String name, boolean unicodeClasses) {
        switch (name) {
            case "Lower":
            case "Upper":
                return unicodeClasses ? java("LowerCase").or(java("UpperCase")).or(java("TitleCase")) : posix("Alpha");
            case "Lu":
            case "Ll":
            case "Lt":
            case "IsLu":
            case "IsLl":
            case "IsLt":
                return category("LC");
            case "javaLowerCase":
            case "javaUpperCase":
            case "javaTitleCase":
                return java("LowerCase").or(java("UpperCase")).or(java("TitleCase"));
            default:
                break;
        }
        switch (name.startsWith("Is") ? name.substring(2).toUpperCase(Locale.ROOT) : "") {
            case "LOWERCASE":
            case "UPPERCASE":
            case "TITLECASE":
                return java("LowerCase").or(java("UpperCase")).or(java("TitleCase"));
            default:
                return null;
        }
    }

    /** {@code \p{key=value}}. */
    static CharSet of(String key, String value) {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "sc":
            case "script":
                return script(value);
            case "blk":
            case "block":
                return block(value);
            case "gc":
            case "general_category":
                return category(value);
            default:
                return null;
        }
    }

    private static CharSet script(String name) {
        Character.UnicodeScript script;
        try {
            script = Character.UnicodeScript.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return new CharSet() {
            @Override
            boolean test(int c) {
                return Character.UnicodeScript.of(c) == script;
            }
        };
    }

    private static CharSet block(String name) {
        Character.UnicodeBlock block;
        try {
            block = Character.UnicodeBlock.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return new CharSet() {
            @Override
            boolean test(int c) {
                return Character.UnicodeBlock.of(c) == block;
            }
        };
    }

    private static CharSet category(String name) {
        int mask = 0;
        for (int i = 0; i < CATEGORIES.length; i++) {
            String c = CATEGORIES[i];
            if (!c.isEmpty() && (c.equals(name) || name.length() == 1 && c.charAt(0) == name.charAt(0))) {
                mask |= 1 << i;
            }
        }
        if (name.equals("LC")) {
            mask = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER | 1 << Character.TITLECASE_LETTER;
        } else if (name.equals("LD")) {
            mask = 0x3e | 1 << Character.DECIMAL_DIGIT_NUMBER;
        } else if (name.equals("L1")) {
            return CharSet.range(0, 255);
        } else if (name.equals("all")) {
            return CharSet.ALL;
        }
        if (mask == 0) {
            return null;
        }
        int types = mask;
        return new CharSet() {
            @Override
            boolean test(int c) {
                return (types >>> Character.getType(c) & 1) != 0;
            }
        };
    }

    private static CharSet posix(String name) {
        switch (name) {
            case "Lower":
                return CharSet.range('a', 'z');
            case "Upper":
                return CharSet.range('A', 'Z');
            case "ASCII":
                return CharSet.range(0, 127);
            case "Alpha":
                return CharSet.range('a', 'z').or(CharSet.range('A', 'Z'));
            case "Digit":
                return CharSet.DIGIT;
            case "Alnum":
                return CharSet.range('a', 'z').or(CharSet.range('A', 'Z')).or(CharSet.DIGIT);
            case "Punct":
                return CharSet.range(33, 47).or(CharSet.range(58, 64)).or(CharSet.range(91, 96)).or(CharSet.range(123, 126));
            case "Graph":
                return CharSet.range(33, 126);
            case "Print":
                return CharSet.range(32, 126);
            case "Blank":
                return CharSet.of(" \t");
            case "Cntrl":
                return CharSet.range(0, 31).or(CharSet.one(127));
            case "XDigit":
                return CharSet.DIGIT.or(CharSet.range('a', 'f')).or(CharSet.range('A', 'F'));
            case "Space":
                return CharSet.SPACE;
            default:
                return null;
        }
    }

    /** The meaning of the POSIX names under UNICODE_CHARACTER_CLASS. */
    private static CharSet posixUnicode(String name) {
        switch (name) {
            case "Lower":
                return binary("Lowercase");
            case "Upper":
                return binary("Uppercase");
            case "Alpha":
                return binary("Alphabetic");
            case "Digit":
                return category("Nd");
            case "Alnum":
                return binary("Alphabetic").or(category("Nd"));
            case "Punct":
                return category("P");
            case "Graph":
                return CharSet.UNICODE_SPACE.or(category("Cc")).or(category("Cs")).or(category("Cn")).not();
            case "Print":
                return of("Graph", true).or(of("Blank", true)).and(category("Cc").not());
            case "Blank":
                return category("Zs").or(CharSet.one('\t'));
            case "Cntrl":
                return category("Cc");
            case "XDigit":
                return category("Nd").or(binary("Hex_Digit"));
            case "Space":
                return CharSet.UNICODE_SPACE;
            default:
                return null;
        }
    }

    /** Unicode's binary properties, by name without regard to case. */
    private static CharSet binary(String name) {
        switch (name.toUpperCase(Locale.ROOT)) {
            case "ALPHABETIC":
                return java("Alphabetic");
            case "LETTER":
                return java("Letter");
            case "IDEOGRAPHIC":
                return java("Ideographic");
            case "LOWERCASE":
                return java("LowerCase");
            case "UPPERCASE":
                return java("UpperCase");
            case "TITLECASE":
                return java("TitleCase");
            case "WHITE_SPACE":
            case "WHITESPACE":
                return CharSet.UNICODE_SPACE;
            case "CONTROL":
                return category("Cc");
            case "PUNCTUATION":
                return category("P");
            case "DIGIT":
                return category("Nd");
            case "ALNUM":
                return java("Alphabetic").or(category("Nd"));
            case "BLANK":
                return posixUnicode("Blank");
            case "ASSIGNED":
                return category("Cn").not();
            case "HEX_DIGIT":
            case "HEXDIGIT":
                return CharSet.DIGIT.or(CharSet.range('a', 'f')).or(CharSet.range('A', 'F')).or(CharSet.range(0xff10, 0xff19))
                        .or(CharSet.range(0xff21, 0xff26)).or(CharSet.range(0xff41, 0xff46));
            case "NONCHARACTER_CODE_POINT":
                return new CharSet() {
                    @Override
                    boolean test(int c) {
                        return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
                    }
                };
            case "JOIN_CONTROL":
            case "JOINCONTROL":
                return CharSet.range(0x200c, 0x200d);
            case "WORD":
                return CharSet.UNICODE_WORD;
            default:
                return null;
        }
    }

    /** {@code \p{javaXxx}}: the methods Character.isXxx. */
    private static CharSet java(String name) {
        switch (name) {
            case "LowerCase":
                return test(0);
            case "UpperCase":
                return test(1);
            case "Alphabetic":
                return test(2);
            case "Ideographic":
                return test(3);
            case "TitleCase":
                return test(4);
            case "Digit":
                return test(5);
            case "Defined":
                return test(6);
            case "Letter":
                return test(7);
            case "LetterOrDigit":
                return test(8);
            case "JavaIdentifierStart":
                return test(9);
            case "JavaIdentifierPart":
                return test(10);
            case "UnicodeIdentifierStart":
                return test(11);
            case "UnicodeIdentifierPart":
                return test(12);
            case "IdentifierIgnorable":
                return test(13);
            case "SpaceChar":
                return test(14);
            case "Whitespace":
                return test(15);
            case "ISOControl":
                return test(16);
            case "Mirrored":
                return test(17);
            default:
                return null;
        }
    }

    private static CharSet test(int which) {
        return new CharSet() {
            @Override
            boolean test(int c) {
                switch (which) {
                    case 0:
                        return Character.isLowerCase(c);
                    case 1:
                        return Character.isUpperCase(c);
                    case 2:
                        return Character.isAlphabetic(c);
                    case 3:
                        return Character.isIdeographic(c);
                    case 4:
                        return Character.isTitleCase(c);
                    case 5:
                        return Character.isDigit(c);
                    case 6:
                        return Character.isDefined(c);
                    case 7:
                        return Character.isLetter(c);
                    case 8:
                        return Character.isLetterOrDigit(c);
                    case 9:
                        return Character.isJavaIdentifierStart(c);
                    case 10:
                        return Character.isJavaIdentifierPart(c);
                    case 11:
                        return Character.isUnicodeIdentifierStart(c);
                    case 12:
                        return Character.isUnicodeIdentifierPart(c);
                    case 13:
                        return Character.isIdentifierIgnorable(c);
                    case 14:
                        return Character.isSpaceChar(c);
                    case 15:
                        return Character.isWhitespace(c);
                    case 16:
                        return Character.isISOControl(c);
                    default:
                        return Character.isMirrored(c);
                }
            }
        };
    }
}
