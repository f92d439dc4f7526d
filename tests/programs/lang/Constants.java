import java.lang.constant.ClassDesc;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Nominal descriptions of constants: made, shown, resolved. */
public class Constants {
    int field = 7;
    static String shared = "s";

    static int twice(int x) {
        return 2 * x;
    }

    interface Body {
        Object run() throws Throwable;
    }

    static void show(String what, Body body) {
        try {
            System.out.println(what + ": " + body.run());
        } catch (Throwable t) {
            System.out.println(what + " throws " + t.getClass().getName());
        }
    }

    public static void main(String[] args) throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (Constable c : new Constable[] {1, 2L, 3f, 4.0, "five", String.class, int[].class, int.class, void.class, Map.Entry.class, TimeUnit.DAYS,
                MethodType.methodType(int.class, String.class, long[].class), true, (byte) 8, (short) 9, 'x'}) {
            ConstantDesc d = c.describeConstable().get();
            show(String.valueOf(c), () -> d + " " + d.resolveConstantDesc(lookup).equals(c) + " " + d.equals(c.describeConstable().get()));
        }
        ClassDesc entry = ClassDesc.of("java.util.Map$Entry");
        System.out.println(entry.packageName() + " " + entry.displayName() + " " + entry.descriptorString() + " " + entry.arrayType(2).displayName() + " "
                + entry.arrayType().componentType().equals(entry) + " " + ClassDesc.of("java.util", "Map").nested("Entry").equals(entry) + " " + ClassDesc.of("A").packageName().isEmpty());
        for (String bad : new String[] {"", "I;", "Ljava.lang.String;", "[V", "Ljava/lang/String", "II", "L/a;", "La//b;"}) {
            show("descriptor " + bad, () -> ClassDesc.ofDescriptor(bad));
        }
        show("name", () -> ClassDesc.of("a/b"));
        show("rank", () -> entry.arrayType(0));
        show("nested in int", () -> ConstantDescs.CD_int.nested("X"));
        show("primitive", () -> ConstantDescs.CD_int.componentType() + " " + ConstantDescs.CD_long.isPrimitive() + ConstantDescs.CD_int.isClassOrInterface());
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor("(ILjava/lang/String;[[D)V");
        System.out.println(type + " " + type.parameterCount() + " " + type.parameterType(2).displayName() + " " + type.displayDescriptor() + " " + type.descriptorString());
        System.out.println(type.dropParameterTypes(0, 1).insertParameterTypes(1, ConstantDescs.CD_char).changeReturnType(entry).changeParameterType(0, entry));
        for (String bad : new String[] {"", "()", "(V)V", "(I", "()VV", "(I)Lx"}) {
            show("method type " + bad, () -> MethodTypeDesc.ofDescriptor(bad));
        }
        MethodHandle h = lookup.findStatic(Constants.class, "twice", MethodType.methodType(int.class, int.class));
        MethodHandleDesc hd = h.describeConstable().get();
        System.out.println(hd + " " + hd.invocationType());
        System.out.println((int) ((MethodHandle) hd.resolveConstantDesc(lookup)).invokeExact(21));
        MethodHandleDesc as = hd.asType(MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_short));
        System.out.println((long) ((MethodHandle) as.resolveConstantDesc(lookup)).invokeExact((short) 4));
        ClassDesc me = Constants.class.describeConstable().get();
        for (DirectMethodHandleDesc d : new DirectMethodHandleDesc[] {
                MethodHandleDesc.ofField(DirectMethodHandleDesc.Kind.GETTER, me, "field", ConstantDescs.CD_int),
                MethodHandleDesc.ofField(DirectMethodHandleDesc.Kind.STATIC_SETTER, me, "shared", ConstantDescs.CD_String),
                MethodHandleDesc.ofConstructor(me),
                MethodHandleDesc.of(DirectMethodHandleDesc.Kind.VIRTUAL, ConstantDescs.CD_String, "length", "()I"),
                MethodHandleDesc.of(DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL, ConstantDescs.CD_List, "size", "()I")}) {
            MethodHandle r = (MethodHandle) d.resolveConstantDesc(lookup);
            System.out.println(d.kind() + " " + d.refKind() + " " + d.isOwnerInterface() + " " + d.methodName() + " " + d.lookupDescriptor() + " " + d.invocationType() + " " + r.type() + " "
                    + r.describeConstable().get().equals(d));
        }
        for (VarHandle v : new VarHandle[] {lookup.findVarHandle(Constants.class, "field", int.class), lookup.findStaticVarHandle(Constants.class, "shared", String.class),
                MethodHandles.arrayElementVarHandle(long[].class)}) {
            VarHandle.VarHandleDesc d = v.describeConstable().get();
            System.out.println(d + " " + d.varType() + " " + d.constantName() + " " + d.bootstrapArgsList() + " " + d.resolveConstantDesc(lookup).varType());
        }
        System.out.println(ConstantDescs.NULL.resolveConstantDesc(lookup));
        DynamicConstantDesc<Object> named = DynamicConstantDesc.ofNamed(ConstantDescs.BSM_GET_STATIC_FINAL, "MAX_VALUE", ConstantDescs.CD_int, ConstantDescs.CD_Integer);
        System.out.println(named + " " + named.resolveConstantDesc(lookup));
        System.out.println(DynamicConstantDesc.ofCanonical(ConstantDescs.BSM_PRIMITIVE_CLASS, "I", ConstantDescs.CD_Class, new ConstantDesc[0]));
        DynamicCallSiteDesc site = DynamicCallSiteDesc.of(ConstantDescs.ofCallsiteBootstrap(ClassDesc.of("java.lang.invoke.StringConcatFactory"), "makeConcat", ConstantDescs.CD_CallSite),
                "join", MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String, ConstantDescs.CD_int));
        System.out.println(site + " " + (String) site.resolveCallSiteDesc(lookup).getTarget().invokeExact("n", 5));
        for (DirectMethodHandleDesc.Kind k : DirectMethodHandleDesc.Kind.values()) {
            System.out.print(k + "=" + k.refKind + k.isInterface + DirectMethodHandleDesc.Kind.valueOf(k.refKind, k.isInterface) + " ");
        }
        System.out.println();
        Object o = args.length == 0 ? 1 : "text";
        var either = args.length == 0 ? 1 : "text";
        System.out.println(o.equals(either) + " " + (either instanceof Constable));
    }
}
