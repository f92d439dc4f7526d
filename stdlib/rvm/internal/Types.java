package rvm.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Objects;

/** The generic types of reflection. */
final class Types {
    private Types() {
    }

    static final class Variable implements TypeVariable<GenericDeclaration> {
        private final GenericDeclaration declaration;
        private final String name;
        private final String boundText;
        private final Class<?> from;
        private Type[] bounds;

        Variable(GenericDeclaration declaration, String name, String boundText, Class<?> from) {
            this.declaration = declaration;
            this.name = name;
            this.boundText = boundText;
            this.from = from;
        }

        @Override
        public Type[] getBounds() {
            if (bounds == null) {
                bounds = new SignatureParser(boundText, declaration, from).bounds();
            }
            return bounds.clone();
        }

        @Override
        public GenericDeclaration getGenericDeclaration() {
            return declaration;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public AnnotatedType[] getAnnotatedBounds() {
            return Annotations.annotatedTypes(getBounds());
        }

        @Override
        public <A extends Annotation> A getAnnotation(Class<A> annotationClass) {
            Objects.requireNonNull(annotationClass);
            return null;
        }

        @Override
        public Annotation[] getAnnotations() {
            return new Annotation[0];
        }

        @Override
        public Annotation[] getDeclaredAnnotations() {
            return new Annotation[0];
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof TypeVariable && ((TypeVariable<?>) o).getName().equals(name)
                    && ((TypeVariable<?>) o).getGenericDeclaration().equals(declaration);
        }

        @Override
        public int hashCode() {
            return declaration.hashCode() ^ name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final class Parameterized implements ParameterizedType {
        private final Class<?> raw;
        private final Type[] arguments;
        private final Type owner;

        Parameterized(Class<?> raw, Type[] arguments, Type owner) {
            this.raw = raw;
            this.arguments = arguments;
            this.owner = owner;
        }

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return owner;
        }

        @Override
        public boolean equals(Object o) {
            if (!(o instanceof ParameterizedType)) {
                return false;
            }
            ParameterizedType t = (ParameterizedType) o;
            return raw.equals(t.getRawType()) && Objects.equals(owner, t.getOwnerType())
                    && Arrays.equals(arguments, t.getActualTypeArguments());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(arguments) ^ Objects.hashCode(owner) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            StringBuilder sb = new StringBuilder();
            if (owner != null) {
                sb.append(owner.getTypeName()).append('$');
                if (owner instanceof ParameterizedType) {
                    Class<?> outer = (Class<?>) ((ParameterizedType) owner).getRawType();
                    sb.append(raw.getName().replace(outer.getName().concat("$"), ""));
                } else {
                    sb.append(raw.getSimpleName());
                }
            } else {
                sb.append(raw.getName());
            }
            for (int i = 0; i < arguments.length; i++) {
                sb.append(i == 0 ? "<" : ", ").append(arguments[i].getTypeName());
            }
            return arguments.length == 0 ? sb.toString() : sb.append('>').toString();
        }
    }

    static final class ArrayOf implements GenericArrayType {
        private final Type component;

        ArrayOf(Type component) {
            this.component = component;
        }

        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof GenericArrayType
                    && component.equals(((GenericArrayType) o).getGenericComponentType());
        }

        @Override
        public int hashCode() {
            return component.hashCode();
        }

        @Override
        public String toString() {
            return component.getTypeName().concat("[]");
        }
    }

    static final class Wildcard implements WildcardType {
        private final Type[] upper;
        private final Type[] lower;

        Wildcard(Type[] upper, Type[] lower) {
            this.upper = upper;
            this.lower = lower;
        }

        @Override
        public Type[] getUpperBounds() {
            return upper.clone();
        }

        @Override
        public Type[] getLowerBounds() {
            return lower.clone();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof WildcardType && Arrays.equals(upper, ((WildcardType) o).getUpperBounds())
                    && Arrays.equals(lower, ((WildcardType) o).getLowerBounds());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(lower) ^ Arrays.hashCode(upper);
        }

        @Override
        public String toString() {
            Type[] bounds = lower;
            String start = "? super ";
            if (lower.length == 0) {
                if (upper.length == 0 || upper[0] == Object.class) {
                    return "?";
                }
                bounds = upper;
                start = "? extends ";
            }
            StringBuilder sb = new StringBuilder(start);
            for (int i = 0; i < bounds.length; i++) {
                sb.append(i == 0 ? "" : " & ").append(bounds[i].getTypeName());
            }
            return sb.toString();
        }
    }

    /** A use of a type, without annotations. */
    static class Plain implements AnnotatedType {
        final Type type;

        Plain(Type type) {
            this.type = type;
        }

        @Override
        public Type getType() {
            return type;
        }

        @Override
        public <A extends Annotation> A getAnnotation(Class<A> annotationClass) {
            Objects.requireNonNull(annotationClass);
            return null;
        }

        @Override
        public Annotation[] getAnnotations() {
            return new Annotation[0];
        }

        @Override
        public Annotation[] getDeclaredAnnotations() {
            return new Annotation[0];
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof AnnotatedType && type.equals(((AnnotatedType) o).getType());
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }

        @Override
        public String toString() {
            return type.getTypeName();
        }
    }
}
