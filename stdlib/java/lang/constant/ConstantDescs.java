package java.lang.constant;

/** Descriptions of common types and bootstrap methods. */
public final class ConstantDescs {
    private ConstantDescs() {
    }

    /** The name of what needs none. */
    public static final String DEFAULT_NAME = "_";

    /** Object. */
    public static final ClassDesc CD_Object = ClassDesc.of("java.lang.Object");
    /** String. */
    public static final ClassDesc CD_String = ClassDesc.of("java.lang.String");
    /** Class. */
    public static final ClassDesc CD_Class = ClassDesc.of("java.lang.Class");
    /** Number. */
    public static final ClassDesc CD_Number = ClassDesc.of("java.lang.Number");
    /** Integer. */
    public static final ClassDesc CD_Integer = ClassDesc.of("java.lang.Integer");
    /** Long. */
    public static final ClassDesc CD_Long = ClassDesc.of("java.lang.Long");
    /** Float. */
    public static final ClassDesc CD_Float = ClassDesc.of("java.lang.Float");
    /** Double. */
    public static final ClassDesc CD_Double = ClassDesc.of("java.lang.Double");
    /** Short. */
    public static final ClassDesc CD_Short = ClassDesc.of("java.lang.Short");
    /** Byte. */
    public static final ClassDesc CD_Byte = ClassDesc.of("java.lang.Byte");
    /** Character. */
    public static final ClassDesc CD_Character = ClassDesc.of("java.lang.Character");
    /** Boolean. */
    public static final ClassDesc CD_Boolean = ClassDesc.of("java.lang.Boolean");
    /** Void. */
    public static final ClassDesc CD_Void = ClassDesc.of("java.lang.Void");
    /** Throwable. */
    public static final ClassDesc CD_Throwable = ClassDesc.of("java.lang.Throwable");
    /** Exception. */
    public static final ClassDesc CD_Exception = ClassDesc.of("java.lang.Exception");
    /** Enum. */
    public static final ClassDesc CD_Enum = ClassDesc.of("java.lang.Enum");
    /** VarHandle. */
    public static final ClassDesc CD_VarHandle = ClassDesc.of("java.lang.invoke.VarHandle");
    /** MethodHandles. */
    public static final ClassDesc CD_MethodHandles = ClassDesc.of("java.lang.invoke.MethodHandles");
    /** MethodHandles.Lookup. */
    public static final ClassDesc CD_MethodHandles_Lookup = ClassDesc.of("java.lang.invoke.MethodHandles$Lookup");
    /** MethodHandle. */
    public static final ClassDesc CD_MethodHandle = ClassDesc.of("java.lang.invoke.MethodHandle");
    /** MethodType. */
    public static final ClassDesc CD_MethodType = ClassDesc.of("java.lang.invoke.MethodType");
    /** CallSite. */
    public static final ClassDesc CD_CallSite = ClassDesc.of("java.lang.invoke.CallSite");
    /** Collection. */
    public static final ClassDesc CD_Collection = ClassDesc.of("java.util.Collection");
    /** List. */
    public static final ClassDesc CD_List = ClassDesc.of("java.util.List");
    /** Set. */
    public static final ClassDesc CD_Set = ClassDesc.of("java.util.Set");
    /** Map. */
    public static final ClassDesc CD_Map = ClassDesc.of("java.util.Map");
    /** ConstantDesc. */
    public static final ClassDesc CD_ConstantDesc = ClassDesc.of("java.lang.constant.ConstantDesc");
    /** ClassDesc. */
    public static final ClassDesc CD_ClassDesc = ClassDesc.of("java.lang.constant.ClassDesc");
    /** Enum.EnumDesc. */
    public static final ClassDesc CD_EnumDesc = ClassDesc.of("java.lang.Enum$EnumDesc");
    /** MethodTypeDesc. */
    public static final ClassDesc CD_MethodTypeDesc = ClassDesc.of("java.lang.constant.MethodTypeDesc");
    /** MethodHandleDesc. */
    public static final ClassDesc CD_MethodHandleDesc = ClassDesc.of("java.lang.constant.MethodHandleDesc");
    /** DirectMethodHandleDesc. */
    public static final ClassDesc CD_DirectMethodHandleDesc = ClassDesc.of("java.lang.constant.DirectMethodHandleDesc");
    /** VarHandle.VarHandleDesc. */
    public static final ClassDesc CD_VarHandleDesc = ClassDesc.of("java.lang.invoke.VarHandle$VarHandleDesc");
    /** DirectMethodHandleDesc.Kind. */
    public static final ClassDesc CD_MethodHandleDesc_Kind = ClassDesc.of("java.lang.constant.DirectMethodHandleDesc$Kind");
    /** DynamicConstantDesc. */
    public static final ClassDesc CD_DynamicConstantDesc = ClassDesc.of("java.lang.constant.DynamicConstantDesc");
    /** DynamicCallSiteDesc. */
    public static final ClassDesc CD_DynamicCallSiteDesc = ClassDesc.of("java.lang.constant.DynamicCallSiteDesc");
    /** ConstantBootstraps. */
    public static final ClassDesc CD_ConstantBootstraps = ClassDesc.of("java.lang.invoke.ConstantBootstraps");
    /** int. */
    public static final ClassDesc CD_int = ClassDesc.ofDescriptor("I");
    /** long. */
    public static final ClassDesc CD_long = ClassDesc.ofDescriptor("J");
    /** float. */
    public static final ClassDesc CD_float = ClassDesc.ofDescriptor("F");
    /** double. */
    public static final ClassDesc CD_double = ClassDesc.ofDescriptor("D");
    /** short. */
    public static final ClassDesc CD_short = ClassDesc.ofDescriptor("S");
    /** byte. */
    public static final ClassDesc CD_byte = ClassDesc.ofDescriptor("B");
    /** char. */
    public static final ClassDesc CD_char = ClassDesc.ofDescriptor("C");
    /** boolean. */
    public static final ClassDesc CD_boolean = ClassDesc.ofDescriptor("Z");
    /** void. */
    public static final ClassDesc CD_void = ClassDesc.ofDescriptor("V");

    /** Gives the class of a primitive type. */
    public static final DirectMethodHandleDesc BSM_PRIMITIVE_CLASS =
            ofConstantBootstrap(CD_ConstantBootstraps, "primitiveClass", CD_Class);
    /** Gives a constant of an enum. */
    public static final DirectMethodHandleDesc BSM_ENUM_CONSTANT =
            ofConstantBootstrap(CD_ConstantBootstraps, "enumConstant", CD_Enum);
    /** Reads a static final field. */
    public static final DirectMethodHandleDesc BSM_GET_STATIC_FINAL =
            ofConstantBootstrap(CD_ConstantBootstraps, "getStaticFinal", CD_Object, CD_Class);
    /** Gives null. */
    public static final DirectMethodHandleDesc BSM_NULL_CONSTANT =
            ofConstantBootstrap(CD_ConstantBootstraps, "nullConstant", CD_Object);
    /** Gives a variable handle of a field. */
    public static final DirectMethodHandleDesc BSM_VARHANDLE_FIELD =
            ofConstantBootstrap(CD_ConstantBootstraps, "fieldVarHandle", CD_VarHandle, CD_Class, CD_Class);
    /** Gives a variable handle of a static field. */
    public static final DirectMethodHandleDesc BSM_VARHANDLE_STATIC_FIELD =
            ofConstantBootstrap(CD_ConstantBootstraps, "staticFieldVarHandle", CD_VarHandle, CD_Class, CD_Class);
    /** Gives a variable handle of an array's elements. */
    public static final DirectMethodHandleDesc BSM_VARHANDLE_ARRAY =
            ofConstantBootstrap(CD_ConstantBootstraps, "arrayVarHandle", CD_VarHandle, CD_Class);
    /** Calls a method handle. */
    public static final DirectMethodHandleDesc BSM_INVOKE =
            ofConstantBootstrap(CD_ConstantBootstraps, "invoke", CD_Object, CD_MethodHandle, CD_Object.arrayType());
    /** Converts a value. */
    public static final DirectMethodHandleDesc BSM_EXPLICIT_CAST =
            ofConstantBootstrap(CD_ConstantBootstraps, "explicitCast", CD_Object, CD_Object);
    /** Null. */
    public static final ConstantDesc NULL =
            DynamicConstantDesc.ofNamed(BSM_NULL_CONSTANT, DEFAULT_NAME, CD_Object);

    /** A bootstrap method for call sites: its leading parameters are those that every one has. */
    public static DirectMethodHandleDesc ofCallsiteBootstrap(
            ClassDesc owner, String name, ClassDesc returnType, ClassDesc... paramTypes) {
        return MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, owner, name,
                MethodTypeDesc.of(returnType, paramTypes)
                        .insertParameterTypes(0, CD_MethodHandles_Lookup, CD_String, CD_MethodType));
    }

    /** A bootstrap method for constants. */
    public static DirectMethodHandleDesc ofConstantBootstrap(
            ClassDesc owner, String name, ClassDesc returnType, ClassDesc... paramTypes) {
        return MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, owner, name,
                MethodTypeDesc.of(returnType, paramTypes)
                        .insertParameterTypes(0, CD_MethodHandles_Lookup, CD_String, CD_Class));
    }
}
