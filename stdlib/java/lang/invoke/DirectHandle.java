package java.lang.invoke;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import rvm.internal.Reflection;

/** A handle of a method, a constructor or a field. */
final class DirectHandle extends MethodHandle implements MethodHandleInfo {
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

    private static Object[] rest(Object[] args) {
        if (args.length <= 1) {
            return null;
        }
        Object[] r = new Object[args.length - 1];
        System.arraycopy(args, 1, r, 0, r.length);
        return r;
    }

    private static Object receiver(Object[] args) {
        if (args[0] == null) {
            throw new NullPointerException();
        }
        return args[0];
    }

    @Override
    Object call(Object[] args) throws Throwable {
        switch (kind) {
            case REF_getField:
                return Reflection.getField(declaring, index, receiver(args));
            case REF_getStatic:
                return Reflection.getField(declaring, index, null);
            case REF_putField:
                Reflection.setField(declaring, index, receiver(args), args[1]);
                return null;
            case REF_putStatic:
                Reflection.setField(declaring, index, null, args[0]);
                return null;
            case REF_invokeStatic:
                return Reflection.invoke(declaring, index, null, args.length == 0 ? null : args);
            case REF_invokeSpecial:
                return Reflection.invokeSpecial(declaring, index, receiver(args), rest(args));
            case REF_newInvokeSpecial:
                Object instance = Reflection.allocate(declaring);
                Reflection.invoke(declaring, index, instance, args.length == 0 ? null : args);
                return instance;
            default:
                return Reflection.invoke(declaring, index, receiver(args), rest(args));
        }
    }

    private int memberKind() {
        return kind <= REF_putStatic ? Reflection.FIELD : Reflection.METHOD;
    }

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
        return Reflection.name(declaring, memberKind(), index);
    }

    @Override
    public MethodType getMethodType() {
        MethodType t = type();
        switch (kind) {
            case REF_invokeVirtual:
            case REF_invokeSpecial:
            case REF_invokeInterface:
            case REF_getField:
            case REF_putField:
                return t.dropParameterTypes(0, 1);
            case REF_newInvokeSpecial:
                return t.changeReturnType(void.class);
            default:
                return t;
        }
    }

    @Override
    public int getModifiers() {
        return Reflection.flags(declaring, memberKind(), index);
    }

    @Override
    public <T extends Member> T reflectAs(Class<T> expected, MethodHandles.Lookup lookup) {
        return expected.cast(member());
    }

    Member member() {
        MethodType t = getMethodType();
        try {
            if (memberKind() == Reflection.FIELD) {
                Field f = declaring.getDeclaredField(getName());
                return f;
            }
            if (kind == REF_newInvokeSpecial) {
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
