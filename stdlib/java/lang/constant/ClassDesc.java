package java.lang.constant;

import java.lang.invoke.TypeDescriptor;

/** The description of a class, interface, array or primitive type. */
public sealed interface ClassDesc extends ConstantDesc, TypeDescriptor.OfField<ClassDesc> permits NamedClassDesc {
    /** A class by its binary name (`java.util.Map$Entry`). */
    static ClassDesc of(String name) {
        NamedClassDesc.checkBinaryName(name);
        return ofDescriptor("L" + name.replace('.', '/') + ";");
    }

    /** A class by package and name. */
    static ClassDesc of(String packageName, String className) {
        NamedClassDesc.checkPackage(packageName);
        NamedClassDesc.checkMember(className);
        String prefix = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return ofDescriptor("L" + prefix + className + ";");
    }

    /** A type by its field descriptor (JVMS 4.3.2). */
    static ClassDesc ofDescriptor(String descriptor) {
        return new NamedClassDesc(descriptor);
    }

    /** The array of this type. */
    default ClassDesc arrayType() {
        return arrayType(1);
    }

    /** The array of this type with so many dimensions. */
    default ClassDesc arrayType(int rank) {
        String text = descriptorString();
        int dims = 0;
        while (text.charAt(dims) == '[') {
            dims++;
        }
        if (rank <= 0 || dims + rank > 255) {
            throw new IllegalArgumentException("rank: " + rank);
        }
        return ofDescriptor("[".repeat(rank) + text);
    }

    /** A class nested in this one. */
    default ClassDesc nested(String nestedName) {
        NamedClassDesc.checkMember(nestedName);
        if (!isClassOrInterface()) {
            throw new IllegalStateException("Outer class is not a class or interface type");
        }
        String text = descriptorString();
        return ofDescriptor(text.substring(0, text.length() - 1) + "$" + nestedName + ";");
    }

    /** A class nested in one that is nested in this. */
    default ClassDesc nested(String firstNestedName, String... moreNestedNames) {
        if (!isClassOrInterface()) {
            throw new IllegalStateException("Outer class is not a class or interface type");
        }
        ClassDesc result = nested(firstNestedName);
        for (String name : moreNestedNames) {
            result = result.nested(name);
        }
        return result;
    }

    /** Whether this is an array. */
    default boolean isArray() {
        return descriptorString().startsWith("[");
    }

    /** Whether this is a primitive type or void. */
    default boolean isPrimitive() {
        return descriptorString().length() == 1;
    }

    /** Whether this is neither array nor primitive. */
    default boolean isClassOrInterface() {
        return descriptorString().startsWith("L");
    }

    /** The component type of an array, else null. */
    default ClassDesc componentType() {
        return isArray() ? ofDescriptor(descriptorString().substring(1)) : null;
    }

    /** The package; empty for the unnamed one, arrays and primitives. */
    default String packageName() {
        if (!isClassOrInterface()) {
            return "";
        }
        String text = descriptorString();
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "" : text.substring(1, slash).replace('/', '.');
    }

    /** The name without the package, as Java source would have it. */
    default String displayName() {
        if (isPrimitive()) {
            return NamedClassDesc.primitiveName(descriptorString().charAt(0));
        }
        if (isArray()) {
            ClassDesc element = this;
            int dims = 0;
            while (element.isArray()) {
                element = element.componentType();
                dims++;
            }
            return element.displayName() + "[]".repeat(dims);
        }
        String text = descriptorString();
        return text.substring(Math.max(1, text.lastIndexOf('/') + 1), text.length() - 1);
    }

    @Override
    String descriptorString();

    @Override
    boolean equals(Object o);
}
