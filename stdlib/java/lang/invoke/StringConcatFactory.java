package java.lang.invoke;

/** The bootstrap methods of string concatenation; the VM links such call sites itself. */
public final class StringConcatFactory {
    private StringConcatFactory() {
    }

    public static CallSite makeConcat(MethodHandles.Lookup lookup, String name, MethodType concatType)
            throws StringConcatException {
        throw new UnsupportedOperationException("StringConcatFactory.makeConcat called as a method");
    }

    public static CallSite makeConcatWithConstants(MethodHandles.Lookup lookup, String name, MethodType concatType,
            String recipe, Object... constants) throws StringConcatException {
        throw new UnsupportedOperationException("StringConcatFactory.makeConcatWithConstants called as a method");
    }
}
