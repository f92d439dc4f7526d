package rvm.internal;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Uses of types; annotations on them are not read. */
final class TypeUses {
    private TypeUses() {
    }

    static AnnotatedType of(Type t) {
        if (t instanceof ParameterizedType) {
            return new Parameterized(t);
        }
        if (t instanceof GenericArrayType || t instanceof Class && ((Class<?>) t).isArray()) {
            return new ArrayOf(t);
        }
        if (t instanceof TypeVariable) {
            return new Variable(t);
        }
        return t instanceof WildcardType ? new Wildcard(t) : new Types.Plain(t);
    }

    private static final class Parameterized extends Types.Plain implements AnnotatedParameterizedType {
        Parameterized(Type t) {
            super(t);
        }

        @Override
        public AnnotatedType[] getAnnotatedActualTypeArguments() {
            return Annotations.annotatedTypes(((ParameterizedType) type).getActualTypeArguments());
        }

        @Override
        public AnnotatedType getAnnotatedOwnerType() {
            Type owner = ((ParameterizedType) type).getOwnerType();
            return owner == null ? null : of(owner);
        }
    }

    private static final class ArrayOf extends Types.Plain implements AnnotatedArrayType {
        ArrayOf(Type t) {
            super(t);
        }

        @Override
        public AnnotatedType getAnnotatedGenericComponentType() {
            return of(type instanceof Class ? ((Class<?>) type).getComponentType()
                    : ((GenericArrayType) type).getGenericComponentType());
        }

        @Override
        public AnnotatedType getAnnotatedOwnerType() {
            return null;
        }
    }

    private static final class Variable extends Types.Plain implements AnnotatedTypeVariable {
        Variable(Type t) {
            super(t);
        }

        @Override
        public AnnotatedType[] getAnnotatedBounds() {
            return Annotations.annotatedTypes(((TypeVariable<?>) type).getBounds());
        }

        @Override
        public AnnotatedType getAnnotatedOwnerType() {
            return null;
        }
    }

    private static final class Wildcard extends Types.Plain implements AnnotatedWildcardType {
        Wildcard(Type t) {
            super(t);
        }

        @Override
        public AnnotatedType[] getAnnotatedLowerBounds() {
            return Annotations.annotatedTypes(((WildcardType) type).getLowerBounds());
        }

        @Override
        public AnnotatedType[] getAnnotatedUpperBounds() {
            return Annotations.annotatedTypes(((WildcardType) type).getUpperBounds());
        }

        @Override
        public AnnotatedType getAnnotatedOwnerType() {
            return null;
        }
    }
}
