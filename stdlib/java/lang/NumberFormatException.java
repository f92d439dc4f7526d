package java.lang;

/** A string does not have the format of the number that it was to be converted to. */
public class NumberFormatException extends IllegalArgumentException {
    public NumberFormatException() {
        super();
    }

    public NumberFormatException(String message) {
        super(message);
    }

    static NumberFormatException forInput(String text, int radix) {
        String message = "For input string: \"".concat(text).concat("\"");
        if (radix != 10) {
            message = message.concat(" under radix ").concat(Integer.toString(radix));
        }
        return new NumberFormatException(message);
    }

    static NumberFormatException forRange(CharSequence s, int begin, int end, int index) {
        return new NumberFormatException("Error at index " + (index - begin) + " in: \"" + s.subSequence(begin, end) + "\"");
    }

    static NumberFormatException forRadix(int radix) {
        String r = Integer.toString(radix);
        return new NumberFormatException(radix < Character.MIN_RADIX
                ? "radix " + r + " less than Character.MIN_RADIX"
                : "radix " + r + " greater than Character.MAX_RADIX");
    }
}
