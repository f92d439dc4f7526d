package java.lang.reflect;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import rvm.internal.Annotations;
import rvm.internal.Conversions;
import rvm.internal.Descriptors;
import rvm.internal.Generics;
import rvm.internal.Reflection;

/** A method or a constructor. */
public abstract class Executable extends AccessibleObject implements Member, GenericDeclaration {
    final int index;
    final String descriptor;
    final int modifiers;
    final Class<?> declaring;
    /** What this is a copy of, or null: it has what all copies share. */
    private final Executable root;
    private Class<?>[] parameterTypes;
    /** The classes of arguments that need no conversion. */
    private Class<?>[] boxes;
    private Generics generics;
    private Annotations annotations;
    private Parameter[] parameters;
    private volatile MethodHandle handle;
    private int calls;
    /** 0 before it was asked for, 1 public throughout, 2 not. */
    private byte openness;

    Executable(Class<?> declaring, int index) {
        this.declaring = declaring;
        this.index = index;
        this.descriptor = Reflection.descriptor(declaring, Reflection.METHOD, index);
        this.modifiers = Reflection.flags(declaring, Reflection.METHOD, index);
        this.root = null;
    }

    Executable(Executable of) {
        declaring = of.declaring;
        index = of.index;
        descriptor = of.descriptor;
        modifiers = of.modifiers;
        openness = of.openness;
        root = of.root != null ? of.root : of;
    }

    /** Everybody may use it: nobody need ask who the caller is. */
    final boolean isPublicThroughout() {
        if (openness == 0) {
            openness = (byte) ((modifiers & declaring.getModifiers() & Modifier.PUBLIC) != 0 ? 1 : 2);
        }
        return openness == 1;
    }

    final Class<?>[] sharedParameterTypes() {
        Class<?>[] types = parameterTypes;
        if (types == null) {
            parameterTypes = types = root != null ? root.sharedParameterTypes() : Descriptors.parameters(descriptor, declaring);
        }
        return types;
    }

    final Generics generics() {
        if (generics == null) {
            generics = Generics.ofMethod(this, Reflection.signature(declaring, Reflection.METHOD, index));
        }
        return generics;
    }

    /** How often the host makes the call before a handle is worth its making. */
    private static final int HOST_CALLS = 30;

    /**
     * A handle of type {@code (Object, Object[])Object} that calls this as if by the language, once there were calls
     * enough; null before. Compiled code can follow it, where a call by the host costs hundreds of instructions.
     * Methods of the library stay with the host: some of them look at their caller.
     */
    final MethodHandle handle() {
        if (root != null) {
            return root.handle();
        }
        MethodHandle h = handle;
        if (h == null && ++calls > HOST_CALLS) {
            calls = Integer.MIN_VALUE;
            if (declaring.getClassLoader() != null && !declaring.isHidden()) {
                try {
                    handle = h = makeHandle();
                } catch (ReflectiveOperationException | RuntimeException | Error unusual) {
                    return null;
                }
            }
        }
        return h;
    }

    private MethodHandle makeHandle() throws ReflectiveOperationException {
        MethodHandle h;
        boolean takesReceiver = false;
        if (this instanceof Method) {
            Method open = new Method(declaring, index);
            open.override = true;
            h = MethodHandles.publicLookup().unreflect(open);
            takesReceiver = !Modifier.isStatic(modifiers);
        } else {
            Constructor<?> open = new Constructor<Object>(declaring, index);
            open.override = true;
            h = MethodHandles.publicLookup().unreflectConstructor(open);
        }
        h = h.asFixedArity();
        if (!takesReceiver) {
            h = MethodHandles.dropArguments(h, 0, Object.class);
        }
        int n = sharedParameterTypes().length;
        return h.asType(h.type().generic()).asSpreader(Object[].class, n);
    }

    /** The arguments as the VM takes them. */
    final Object[] convert(Object[] args) {
        Class<?>[] types = sharedParameterTypes();
        int n = args == null ? 0 : args.length;
        if (n != types.length) {
            throw new IllegalArgumentException("wrong number of arguments");
        }
        if (n == 0) {
            return null;
        }
        Class<?>[] usual = boxes();
        Object[] converted = new Object[n];
        for (int i = 0; i < n; i++) {
            Object arg = args[i];
            if (arg != null && arg.getClass() == usual[i]) {
                converted[i] = arg;
                continue;
            }
            if (arg == null && types[i].isPrimitive()) {
                throw new IllegalArgumentException();
            }
            converted[i] = Conversions.convert(arg, types[i], "argument type mismatch");
        }
        return converted;
    }

    private Class<?>[] boxes() {
        Class<?>[] all = boxes;
        if (all == null) {
            all = sharedParameterTypes().clone();
            for (int i = 0; i < all.length; i++) {
                all[i] = Conversions.boxOf(all[i]);
            }
            boxes = all;
        }
        return all;
    }

    final void appendModifiers(StringBuilder sb, int mask, boolean isDefault) {
        int mod = modifiers & mask;
        int access = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
        if (mod != 0 && !isDefault) {
            sb.append(Modifier.toString(mod)).append(' ');
        } else {
            if ((mod & access) != 0) {
                sb.append(Modifier.toString(mod & access)).append(' ');
            }
            if (isDefault) {
                sb.append("default ");
            }
            if ((mod & ~access) != 0) {
                sb.append(Modifier.toString(mod & ~access)).append(' ');
            }
        }
    }

    static void appendTypes(StringBuilder sb, Type[] types, boolean varArgs) {
        for (int i = 0; i < types.length; i++) {
            String name = types[i].getTypeName();
            if (varArgs && i == types.length - 1) {
                name = name.substring(0, name.length() - 2).concat("...");
            }
            sb.append(i == 0 ? "" : ",").append(name);
        }
    }

    final void appendTail(StringBuilder sb, Type[] parameters, Type[] exceptions, boolean varArgs) {
        sb.append('(');
        appendTypes(sb, parameters, varArgs);
        sb.append(')');
        if (exceptions.length > 0) {
            sb.append(" throws ");
            appendTypes(sb, exceptions, false);
        }
    }

    public abstract Class<?> getDeclaringClass();

    public abstract String getName();

    public abstract int getModifiers();

    public abstract TypeVariable<?>[] getTypeParameters();

    public abstract Class<?>[] getParameterTypes();

    public int getParameterCount() {
        return sharedParameterTypes().length;
    }

    public Type[] getGenericParameterTypes() {
        Type[] generic = generics().parameterTypes();
        // A signature leaves out parameters that the compiler added.
        return generic == null || generic.length != getParameterCount() ? getParameterTypes() : generic;
    }

    public Parameter[] getParameters() {
        return sharedParameters().clone();
    }

    final Parameter[] sharedParameters() {
        if (parameters == null) {
            byte[] attribute = Reflection.attribute(declaring, Reflection.METHOD, index, Reflection.PARAMETERS);
            int n = getParameterCount();
            if (attribute != null && (attribute[0] & 0xff) != n) {
                throw new MalformedParametersException("Wrong number of parameters in MethodParameters attribute");
            }
            Parameter[] list = new Parameter[n];
            for (int i = 0; i < n; i++) {
                String name = null;
                int mods = 0;
                if (attribute != null) {
                    int at = 1 + 4 * i;
                    int nameIndex = (attribute[at] & 0xff) << 8 | attribute[at + 1] & 0xff;
                    mods = (attribute[at + 2] & 0xff) << 8 | attribute[at + 3] & 0xff;
                    name = nameIndex == 0 ? null : (String) Reflection.constant(declaring, nameIndex);
                }
                list[i] = new Parameter(this, i, name, mods, attribute != null);
            }
            parameters = list;
        }
        return parameters;
    }

    public abstract Class<?>[] getExceptionTypes();

    final Class<?>[] exceptionTypes() {
        String[] names = Reflection.exceptions(declaring, index);
        Class<?>[] types = new Class<?>[names == null ? 0 : names.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = Descriptors.named(names[i], declaring);
        }
        return types;
    }

    public Type[] getGenericExceptionTypes() {
        Type[] generic = generics().exceptionTypes();
        return generic == null || generic.length == 0 ? getExceptionTypes() : generic;
    }

    public abstract String toGenericString();

    public boolean isVarArgs() {
        return (modifiers & Modifier.VARARGS) != 0;
    }

    public boolean isSynthetic() {
        return (modifiers & Modifier.SYNTHETIC) != 0;
    }

    public abstract Annotation[][] getParameterAnnotations();

    final Annotation[][] parameterAnnotations() {
        return Annotations.ofParameters(declaring, index, getParameterCount());
    }

    @Override
    final Annotations annotations() {
        if (annotations == null) {
            annotations = Annotations.ofMember(declaring, Reflection.METHOD, index);
        }
        return annotations;
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationClass) {
        return super.getAnnotation(annotationClass);
    }

    @Override
    public <T extends Annotation> T[] getAnnotationsByType(Class<T> annotationClass) {
        return super.getAnnotationsByType(annotationClass);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return super.getDeclaredAnnotations();
    }

    public abstract AnnotatedType getAnnotatedReturnType();

    public AnnotatedType getAnnotatedReceiverType() {
        return Modifier.isStatic(modifiers) ? null : Annotations.annotatedType(declaring);
    }

    public AnnotatedType[] getAnnotatedParameterTypes() {
        return Annotations.annotatedTypes(getGenericParameterTypes());
    }

    public AnnotatedType[] getAnnotatedExceptionTypes() {
        return Annotations.annotatedTypes(getGenericExceptionTypes());
    }
}
