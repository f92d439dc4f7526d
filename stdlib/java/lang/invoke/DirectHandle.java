package java.lang.invoke;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import rvm.internal.Reflection;

/** A handle of a method, a constructor or a field. */
final class DirectHandle extends MethodHandle {
    private final int kind;
    // The class that declares the member, and the member's index there.
    private final Class<?> declaring;
    private final int index;
    private final Class<?> named;

    DirectHandle(MethodType type, int kind, Class<?> declaring, int index, Class<?> named) {
        super(type);
        this.kind = kind;
        this.declaring = declaring;
        this.index = index;
        this.named = named;
    }

    @Override
    DirectHandle direct() {
        return this;
    }

    private static final java.util.HashMap<List<Object>, Long> ENTRIES = new java.util.HashMap<List<Object>, Long>();

    @Override
    long makeEntry() {
        List<Object> key = Arrays.asList(declaring, index, kind, type());
        synchronized (ENTRIES) {
            Long known = ENTRIES.get(key);
            if (known != null) {
                return known;
            }
        }
        Spinner s = Forms.begin(type());
        Class<?> result = type().returnType();
        int words = Forms.words(type());
        switch (kind) {
            case MethodHandleInfo.REF_getField:
            case MethodHandleInfo.REF_getStatic:
                Forms.arguments(s, type(), 0);
                s.accessMember(kind == MethodHandleInfo.REF_getField ? Spinner.GETFIELD : Spinner.GETSTATIC, declaring, index);
                break;
            case MethodHandleInfo.REF_putField:
            case MethodHandleInfo.REF_putStatic:
                Forms.arguments(s, type(), 0);
                s.accessMember(kind == MethodHandleInfo.REF_putField ? Spinner.PUTFIELD : Spinner.PUTSTATIC, declaring, index);
                break;
            case MethodHandleInfo.REF_invokeStatic:
                Forms.arguments(s, type(), 0);
                s.callMember(Spinner.STATIC, declaring, index, words);
                break;
            case MethodHandleInfo.REF_newInvokeSpecial:
                s.classOp(Spinner.NEW, declaring).op(Spinner.DUP);
                Forms.arguments(s, type(), 0);
                s.callMember(Spinner.SPECIAL, declaring, index, words + 1);
                break;
            default:
                // A null receiver gets an exception without a text.
                int there = s.label();
                s.load(Object.class, 1).op(Spinner.DUP).jump(Spinner.IFNULL + 1, there);
                s.call(Spinner.STATIC, "java/lang/invoke/Casts", "nobody", "(Ljava/lang/Object;)Ljava/lang/Object;");
                s.at(there);
                Forms.arguments(s, type(), 1);
                s.callMember(kind == MethodHandleInfo.REF_invokeSpecial ? Spinner.SPECIAL
                        : declaring.isInterface() ? Spinner.INTERFACE : Spinner.VIRTUAL, declaring, index, words);
                break;
        }
        long entry = Forms.end(s.ret(result), type());
        synchronized (ENTRIES) {
            Long known = ENTRIES.putIfAbsent(key, entry);
            return known == null ? entry : known;
        }
    }

    private int memberKind() {
        return kind <= MethodHandleInfo.REF_putStatic ? Reflection.FIELD : Reflection.METHOD;
    }

    int getReferenceKind() {
        return kind;
    }

    Class<?> getDeclaringClass() {
        return declaring;
    }

    String getName() {
        return Reflection.name(declaring, memberKind(), index);
    }

    MethodType getMethodType() {
        MethodType t = type();
        switch (kind) {
            case MethodHandleInfo.REF_invokeVirtual:
            case MethodHandleInfo.REF_invokeSpecial:
            case MethodHandleInfo.REF_invokeInterface:
            case MethodHandleInfo.REF_getField:
            case MethodHandleInfo.REF_putField:
                return t.dropParameterTypes(0, 1);
            case MethodHandleInfo.REF_newInvokeSpecial:
                return t.changeReturnType(void.class);
            default:
                return t;
        }
    }

    int getModifiers() {
        return Reflection.flags(declaring, memberKind(), index);
    }

    /** The handle cracked. */
    MethodHandleInfo info() {
        DirectHandle self = this;
        return new MethodHandleInfo() {
            @Override
            public int getReferenceKind() {
                return kind;
            }

            @Override
            public Class<?> getDeclaringClass() {
                return declaring;
            }

            @Override
            public String getName() {
                return self.getName();
            }

            @Override
            public MethodType getMethodType() {
                MethodType t = self.getMethodType();
                // Fields are described by getters and setters without a receiver.
                return t;
            }

            @Override
            public <T extends Member> T reflectAs(Class<T> expected, MethodHandles.Lookup lookup) {
                return expected.cast(member());
            }

            @Override
            public int getModifiers() {
                return self.getModifiers();
            }

            @Override
            public String toString() {
                return infoText();
            }
        };
    }

    Member member() {
        MethodType t = getMethodType();
        try {
            if (memberKind() == Reflection.FIELD) {
                Field f = declaring.getDeclaredField(getName());
                return f;
            }
            if (kind == MethodHandleInfo.REF_newInvokeSpecial) {
                Constructor<?> c = declaring.getDeclaredConstructor(t.sharedParameters());
                return c;
            }
            Method found = null;
            for (Method m : declaring.getDeclaredMethods()) {
                if (m.getName().equals(getName()) && m.getReturnType() == t.returnType()
                        && java.util.Arrays.equals(m.getParameterTypes(), t.sharedParameters())) {
                    found = m;
                }
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new InternalError(e);
        }
    }

    Class<?> named() {
        return named;
    }

    /** As MethodHandleInfo shows it. */
    String infoText() {
        return MethodHandleInfo.toString(kind, declaring, getName(), getMethodType());
    }
}
