package java.lang.constant;

import java.lang.invoke.TypeDescriptor;
import java.util.List;

/** The description of a method's type. */
public sealed interface MethodTypeDesc
        extends ConstantDesc, TypeDescriptor.OfMethod<ClassDesc, MethodTypeDesc> permits ListedMethodTypeDesc {
    /** By a method descriptor (JVMS 4.3.3). */
    static MethodTypeDesc ofDescriptor(String descriptor) {
        return ListedMethodTypeDesc.parse(descriptor);
    }

    /** By result and parameters. */
    static MethodTypeDesc of(ClassDesc returnDesc, ClassDesc... paramDescs) {
        return new ListedMethodTypeDesc(returnDesc, List.of(paramDescs));
    }

    @Override
    ClassDesc returnType();

    @Override
    int parameterCount();

    @Override
    ClassDesc parameterType(int index);

    @Override
    List<ClassDesc> parameterList();

    @Override
    ClassDesc[] parameterArray();

    @Override
    MethodTypeDesc changeReturnType(ClassDesc returnType);

    @Override
    MethodTypeDesc changeParameterType(int index, ClassDesc paramType);

    @Override
    MethodTypeDesc dropParameterTypes(int start, int end);

    @Override
    MethodTypeDesc insertParameterTypes(int pos, ClassDesc... paramTypes);

    @Override
    default String descriptorString() {
        StringBuilder text = new StringBuilder("(");
        for (ClassDesc p : parameterList()) {
            text.append(p.descriptorString());
        }
        return text.append(')').append(returnType().descriptorString()).toString();
    }

    /** The type as source would have it: `(int,String)void`. */
    default String displayDescriptor() {
        StringBuilder text = new StringBuilder("(");
        String comma = "";
        for (ClassDesc p : parameterList()) {
            text.append(comma).append(p.displayName());
            comma = ",";
        }
        return text.append(')').append(returnType().displayName()).toString();
    }

    @Override
    boolean equals(Object o);
}
