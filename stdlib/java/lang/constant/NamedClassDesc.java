package java.lang.constant;

import java.lang.invoke.MethodHandles;

/** The one form of class description: a field descriptor or `V`. */
record NamedClassDesc(String descriptorString) implements ClassDesc {
    NamedClassDesc {
        if (descriptorString.isEmpty() || end(descriptorString, 0, true) != descriptorString.length()) {
            throw new IllegalArgumentException("not a valid type descriptor: ".concat(descriptorString));
        }
    }

    /** Where a field descriptor that starts at `from` ends, -1 if there is none. */
    static int end(String text, int from, boolean voidToo) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '[') {
            i++;
        }
        if (i == text.length() || i - from > 255) {
            return -1;
        }
        switch (text.charAt(i)) {
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z':
                return i + 1;
            case 'V':
                return voidToo && i == from ? i + 1 : -1;
            case 'L':
                int start = i + 1;
                for (int k = start; k < text.length(); k++) {
                    char c = text.charAt(k);
                    if (c == '.' || c == '[') {
                        return -1;
                    }
                    if (c == ';' || c == '/') {
                        if (k == start) {
                            return -1;
                        }
                        if (c == ';') {
                            return k + 1;
                        }
                        start = k + 1;
                    }
                }
                return -1;
            default:
                return -1;
        }
    }

    static void checkBinaryName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ';' || c == '[' || c == '/') {
                throw new IllegalArgumentException("Invalid class name: ".concat(name));
            }
        }
    }

    static void checkPackage(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ';' || c == '[' || c == '/') {
                throw new IllegalArgumentException("Invalid package name: ".concat(name));
            }
        }
    }

    /** A name without qualification (JVMS 4.2.2). */
    static String checkMember(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("zero-length member name");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ';' || c == '[' || c == '/') {
                throw new IllegalArgumentException("Invalid member name: ".concat(name));
            }
        }
        return name;
    }

    static String checkMethod(String name) {
        checkMember(name);
        boolean special = name.equals("<init>") || name.equals("<clinit>");
        if (!special && (name.indexOf('<') >= 0 || name.indexOf('>') >= 0)) {
            throw new IllegalArgumentException("Invalid member name: ".concat(name));
        }
        return name;
    }

    static String primitiveName(char c) {
        return switch (c) {
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'D' -> "double";
            case 'F' -> "float";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'S' -> "short";
            case 'Z' -> "boolean";
            default -> "void";
        };
    }

    @Override
    public Class<?> resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        if (isPrimitive()) {
            return switch (descriptorString.charAt(0)) {
                case 'B' -> byte.class;
                case 'C' -> char.class;
                case 'D' -> double.class;
                case 'F' -> float.class;
                case 'I' -> int.class;
                case 'J' -> long.class;
                case 'S' -> short.class;
                case 'Z' -> boolean.class;
                default -> void.class;
            };
        }
        if (isArray()) {
            ClassDesc component = componentType();
            return ((Class<?>) component.resolveConstantDesc(lookup)).arrayType();
        }
        Class<?> found = Class.forName(
                descriptorString.substring(1, descriptorString.length() - 1).replace('/', '.'),
                false,
                lookup.lookupClass().getClassLoader());
        return lookup.accessClass(found);
    }

    @Override
    public String toString() {
        return (isPrimitive() ? "PrimitiveClassDesc[" : "ClassDesc[") + displayName() + "]";
    }
}
