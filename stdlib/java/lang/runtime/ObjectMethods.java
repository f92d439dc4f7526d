package java.lang.runtime;

import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.TypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The bootstrap method of records' equals, hashCode and toString. The VM links the usual call sites itself. */
public class ObjectMethods {
    private ObjectMethods() {
    }

    public static Object bootstrap(MethodHandles.Lookup lookup, String methodName, TypeDescriptor type,
            Class<?> recordClass, String names, MethodHandle... getters) throws Throwable {
        boolean site = type instanceof MethodType;
        MethodType wanted;
        switch (methodName) {
            case "equals":
                wanted = MethodType.methodType(boolean.class, recordClass, Object.class);
                break;
            case "hashCode":
                wanted = MethodType.methodType(int.class, recordClass);
                break;
            case "toString":
                wanted = MethodType.methodType(String.class, recordClass);
                break;
            default:
                throw new IllegalArgumentException(methodName);
        }
        if (site ? !type.equals(wanted) : type != MethodHandle.class) {
            throw new IllegalArgumentException("Bad method type: " + type);
        }
        MethodHandle[] list = new MethodHandle[getters.length];
        for (int i = 0; i < list.length; i++) {
            list[i] = getters[i].asType(MethodType.methodType(Object.class, Object.class));
        }
        MethodHandle handle;
        MethodHandles.Lookup own = MethodHandles.lookup();
        if (methodName.equals("equals")) {
            handle = own.findStatic(ObjectMethods.class, "equal", MethodType.methodType(boolean.class, Class.class,
                    MethodHandle[].class, Object.class, Object.class));
            handle = MethodHandles.insertArguments(handle, 0, recordClass, list);
        } else if (methodName.equals("hashCode")) {
            handle = own.findStatic(ObjectMethods.class, "hash", MethodType.methodType(int.class, MethodHandle[].class,
                    Object.class));
            handle = MethodHandles.insertArguments(handle, 0, (Object) list);
        } else {
            List<String> labels = new ArrayList<String>();
            if (!names.isEmpty()) {
                for (String n : names.split(";")) {
                    labels.add(n);
                }
            }
            if (labels.size() != list.length) {
                throw new IllegalArgumentException("Name list and accessor list do not match");
            }
            handle = own.findStatic(ObjectMethods.class, "text", MethodType.methodType(String.class, String.class,
                    List.class, MethodHandle[].class, Object.class));
            handle = MethodHandles.insertArguments(handle, 0, recordClass.getSimpleName(), labels, list);
        }
        handle = handle.asType(wanted);
        return site ? new ConstantCallSite(handle) : handle;
    }

    private static boolean equal(Class<?> type, MethodHandle[] getters, Object a, Object b) throws Throwable {
        if (a == b) {
            return true;
        }
        if (!type.isInstance(b)) {
            return false;
        }
        for (MethodHandle g : getters) {
            // Boxes compare as their values' compare methods do.
            if (!Objects.equals((Object) g.invokeExact(a), (Object) g.invokeExact(b))) {
                return false;
            }
        }
        return true;
    }

    private static int hash(MethodHandle[] getters, Object a) throws Throwable {
        int h = 0;
        for (MethodHandle g : getters) {
            h = 31 * h + Objects.hashCode((Object) g.invokeExact(a));
        }
        return h;
    }

    private static String text(String name, List<String> labels, MethodHandle[] getters, Object a) throws Throwable {
        StringBuilder sb = new StringBuilder(name).append('[');
        for (int i = 0; i < getters.length; i++) {
            sb.append(i == 0 ? "" : ", ").append(labels.get(i)).append('=').append((Object) getters[i].invokeExact(a));
        }
        return sb.append(']').toString();
    }
}
