package java.lang.reflect;

/** A type of the language: a class, a parameterised type, an array type, a type variable or a wildcard. */
public interface Type {
    default String getTypeName() {
        return toString();
    }
}
