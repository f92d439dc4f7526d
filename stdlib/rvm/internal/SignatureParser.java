package rvm.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.GenericSignatureFormatError;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;

/** Reads generic signatures (JVMS 4.7.9.1). */
final class SignatureParser {
    private static final Type[] NONE = new Type[0];

    private final String s;
    private final GenericDeclaration scope;
    private final Class<?> from;
    private int at;
    private TypeVariable<?>[] variables;

    SignatureParser(String s, GenericDeclaration scope, Class<?> from) {
        this.s = s;
        this.scope = scope;
        this.from = from;
    }

    void setVariables(TypeVariable<?>[] variables) {
        this.variables = variables;
    }

    private GenericSignatureFormatError bad() {
        return new GenericSignatureFormatError("Signature Parse error: \"" + s + "\" at " + at);
    }

    private char peek() {
        if (at >= s.length()) {
            throw bad();
        }
        return s.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw bad();
        }
        at++;
    }

    private String nameUntil(String stops) {
        int start = at;
        while (stops.indexOf(peek()) < 0) {
            at++;
        }
        return s.substring(start, at);
    }

    /** The type parameters at the start, if there are any; their bounds are read when somebody asks. */
    TypeVariable<?>[] parameters() {
        ArrayList<TypeVariable<?>> list = new ArrayList<TypeVariable<?>>();
        if (at < s.length() && peek() == '<') {
            at++;
            while (peek() != '>') {
                String name = nameUntil(":");
                int start = at;
                while (peek() == ':') {
                    at++;
                    if (peek() != ':') {
                        skipType();
                    }
                }
                list.add(new Types.Variable(scope, name, s.substring(start, at), from));
            }
            at++;
        }
        return list.toArray(new TypeVariable<?>[0]);
    }

    /** The bounds of a type parameter: the text is all of them, each after its colon. */
    Type[] bounds() {
        ArrayList<Type> list = new ArrayList<Type>();
        while (at < s.length()) {
            expect(':');
            if (at < s.length() && peek() != ':') {
                list.add(type());
            }
        }
        if (list.isEmpty()) {
            list.add(Object.class);
        }
        return list.toArray(NONE);
    }

    private void skipType() {
        while (peek() == '[') {
            at++;
        }
        char c = peek();
        at++;
        if (c == 'T' || c == 'L') {
            int depth = 0;
            for (; peek() != ';' || depth > 0; at++) {
                depth += peek() == '<' ? 1 : peek() == '>' ? -1 : 0;
            }
            at++;
        }
    }

    Type[] typesToEnd() {
        ArrayList<Type> list = new ArrayList<Type>();
        while (at < s.length()) {
            list.add(type());
        }
        return list.toArray(NONE);
    }

    Type[] parameterTypes() {
        ArrayList<Type> list = new ArrayList<Type>();
        expect('(');
        while (peek() != ')') {
            list.add(type());
        }
        at++;
        return list.toArray(NONE);
    }

    Type[] exceptions() {
        ArrayList<Type> list = new ArrayList<Type>();
        while (at < s.length()) {
            expect('^');
            list.add(type());
        }
        return list.toArray(NONE);
    }

    Type type() {
        char c = peek();
        switch (c) {
            case 'L':
                return classType();
            case 'T':
                at++;
                String name = nameUntil(";");
                at++;
                return variable(name);
            case '[':
                at++;
                Type component = type();
                return component instanceof Class ? ((Class<?>) component).arrayType() : new Types.ArrayOf(component);
            default:
                if ("ZBCSIJFDV".indexOf(c) < 0) {
                    throw bad();
                }
                at++;
                return Descriptors.type(String.valueOf(c), from);
        }
    }

    private Type classType() {
        expect('L');
        StringBuilder name = new StringBuilder(nameUntil("<;."));
        Type owner = null;
        while (true) {
            Type[] arguments = null;
            if (peek() == '<') {
                arguments = arguments();
            }
            char c = peek();
            at++;
            if (c != ';' && c != '.') {
                throw bad();
            }
            if (c == ';' && arguments == null && owner == null) {
                return Descriptors.named(name.toString(), from);
            }
            Class<?> raw = Descriptors.named(name.toString(), from);
            // A class without arguments in a parameterised one is shown as parameterised too.
            Type t = arguments == null && owner == null ? raw
                    : new Types.Parameterized(raw, arguments == null ? NONE : arguments,
                            owner == null ? raw.getDeclaringClass() : owner);
            if (c == ';') {
                return t;
            }
            owner = t;
            name.append('$').append(nameUntil("<;."));
        }
    }

    private Type[] arguments() {
        ArrayList<Type> list = new ArrayList<Type>();
        expect('<');
        while (peek() != '>') {
            switch (peek()) {
                case '*':
                    at++;
                    list.add(new Types.Wildcard(new Type[] {Object.class}, NONE));
                    break;
                case '+':
                    at++;
                    list.add(new Types.Wildcard(new Type[] {type()}, NONE));
                    break;
                case '-':
                    at++;
                    list.add(new Types.Wildcard(new Type[] {Object.class}, new Type[] {type()}));
                    break;
                default:
                    list.add(type());
                    break;
            }
        }
        at++;
        return list.toArray(NONE);
    }

    private Type variable(String name) {
        if (variables != null) {
            TypeVariable<?> v = Generics.find(variables, name);
            if (v != null) {
                return v;
            }
        }
        GenericDeclaration d = scope;
        while (d != null) {
            TypeVariable<?> v = d instanceof Executable && variables != null && d == scope ? null
                    : d instanceof Class ? Generics.of((Class<?>) d).parameter(name)
                    : Generics.find(d.getTypeParameters(), name);
            if (v != null) {
                return v;
            }
            if (d instanceof Executable) {
                d = ((Executable) d).getDeclaringClass();
            } else {
                Class<?> c = (Class<?>) d;
                Method m = c.getEnclosingMethod();
                Constructor<?> k = m == null ? c.getEnclosingConstructor() : null;
                d = m != null ? m : k != null ? k : c.getEnclosingClass();
            }
        }
        throw new TypeNotPresentException(name, null);
    }
}
