package java.lang.invoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The bootstrap methods of string concatenation. The VM links the usual call sites itself. */
public final class StringConcatFactory {
    private static final String BUILDER = "java/lang/StringBuilder";

    private StringConcatFactory() {
    }

    public static CallSite makeConcat(MethodHandles.Lookup lookup, String name, MethodType concatType)
            throws StringConcatException {
        char[] recipe = new char[concatType.parameterCount()];
        Arrays.fill(recipe, '\1');
        return makeConcatWithConstants(lookup, name, concatType, new String(recipe));
    }

    public static CallSite makeConcatWithConstants(MethodHandles.Lookup lookup, String name, MethodType concatType,
            String recipe, Object... constants) throws StringConcatException {
        Objects.requireNonNull(lookup, "Lookup is null");
        Objects.requireNonNull(name, "Name is null");
        Objects.requireNonNull(recipe, "Recipe is null");
        Objects.requireNonNull(concatType, "Concat type is null");
        Objects.requireNonNull(constants, "Constants are null");
        for (Object o : constants) {
            Objects.requireNonNull(o, "Cannot accept null constants");
        }
        if ((lookup.lookupModes() & MethodHandles.Lookup.PRIVATE) == 0) {
            throw new StringConcatException("Invalid caller: " + lookup.lookupClass().getName());
        }
        int wanted = 0;
        int used = 0;
        // Strings stand for themselves, null for the next argument.
        List<String> parts = new ArrayList<String>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == '\1') {
                if (text.length() > 0) {
                    parts.add(text.toString());
                    text.setLength(0);
                }
                parts.add(null);
                wanted++;
            } else if (c == '\2') {
                if (used < constants.length) {
                    text.append(constants[used]);
                }
                used++;
            } else {
                text.append(c);
            }
        }
        if (text.length() > 0) {
            parts.add(text.toString());
        }
        if (wanted != concatType.parameterCount()) {
            throw new StringConcatException("Mismatched number of concat arguments: recipe wants " + wanted
                    + " arguments but signature provides " + concatType.parameterCount());
        }
        if (used > constants.length) {
            throw new StringConcatException("Mismatched number of concat constants: recipe wants " + used
                    + " constants but only " + constants.length + " are passed");
        }
        if (!concatType.returnType().isAssignableFrom(String.class)) {
            throw new StringConcatException("The return type should be compatible with String, but it is "
                    + concatType.returnType());
        }
        if (concatType.parameterCount() > 200) {
            throw new StringConcatException("Too many concat argument slots: " + concatType.parameterCount()
                    + ", can only accept 200");
        }
        return new ConstantCallSite(new Combined(concatType, null, s -> write(s, concatType, parts)));
    }

    private static void write(Spinner s, MethodType type, List<String> parts) {
        s.call(Spinner.STATIC, "java/lang/invoke/StringConcatFactory", "builder", "()L" + BUILDER + ";");
        int argument = 0;
        for (String p : parts) {
            String d = "Ljava/lang/String;";
            if (p != null) {
                s.object(p);
            } else {
                Class<?> t = type.parameterType(argument);
                Forms.arguments(s, type, argument, argument + 1);
                argument++;
                d = t == String.class ? d : !t.isPrimitive() ? "Ljava/lang/Object;" : t == byte.class || t == short.class
                        ? "I" : t.descriptorString();
            }
            s.call(Spinner.VIRTUAL, BUILDER, "append", "(" + d + ")L" + BUILDER + ";");
        }
        s.call(Spinner.VIRTUAL, BUILDER, "toString", "()Ljava/lang/String;").ret(Object.class);
    }

    // What the code of a concatenation starts with.
    static StringBuilder builder() {
        return new StringBuilder();
    }
}
