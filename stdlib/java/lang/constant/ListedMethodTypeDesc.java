package java.lang.constant;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The one form of method type description. */
record ListedMethodTypeDesc(ClassDesc returnType, List<ClassDesc> parameterList) implements MethodTypeDesc {
    ListedMethodTypeDesc {
        Objects.requireNonNull(returnType);
        for (ClassDesc p : parameterList) {
            if (p.descriptorString().equals("V")) {
                throw new IllegalArgumentException("Void parameters not permitted");
            }
        }
    }

    static ListedMethodTypeDesc parse(String text) {
        List<ClassDesc> parameters = new ArrayList<>();
        int at = 1;
        if (text.startsWith("(")) {
            while (at < text.length() && text.charAt(at) != ')') {
                int end = NamedClassDesc.end(text, at, false);
                if (end < 0) {
                    throw bad(text);
                }
                parameters.add(ClassDesc.ofDescriptor(text.substring(at, end)));
                at = end;
            }
            if (at < text.length() && NamedClassDesc.end(text, at + 1, true) == text.length()) {
                return new ListedMethodTypeDesc(ClassDesc.ofDescriptor(text.substring(at + 1)), List.copyOf(parameters));
            }
        }
        throw bad(text);
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("Bad method descriptor: ".concat(text));
    }

    @Override
    public int parameterCount() {
        return parameterList.size();
    }

    @Override
    public ClassDesc parameterType(int index) {
        return parameterList.get(index);
    }

    @Override
    public ClassDesc[] parameterArray() {
        return parameterList.toArray(new ClassDesc[0]);
    }

    @Override
    public MethodTypeDesc changeReturnType(ClassDesc type) {
        return new ListedMethodTypeDesc(type, parameterList);
    }

    @Override
    public MethodTypeDesc changeParameterType(int index, ClassDesc type) {
        List<ClassDesc> list = new ArrayList<>(parameterList);
        list.set(index, type);
        return new ListedMethodTypeDesc(returnType, List.copyOf(list));
    }

    @Override
    public MethodTypeDesc dropParameterTypes(int start, int end) {
        Objects.checkIndex(start, parameterList.size() + 1);
        if (end < start || end > parameterList.size()) {
            throw new IndexOutOfBoundsException("start=" + start + " end=" + end);
        }
        List<ClassDesc> list = new ArrayList<>(parameterList);
        list.subList(start, end).clear();
        return new ListedMethodTypeDesc(returnType, List.copyOf(list));
    }

    @Override
    public MethodTypeDesc insertParameterTypes(int pos, ClassDesc... types) {
        List<ClassDesc> list = new ArrayList<>(parameterList);
        list.addAll(pos, List.of(types));
        return new ListedMethodTypeDesc(returnType, List.copyOf(list));
    }

    @Override
    public MethodType resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[parameterList.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = (Class<?>) parameterList.get(i).resolveConstantDesc(lookup);
        }
        return MethodType.methodType((Class<?>) returnType.resolveConstantDesc(lookup), types);
    }

    @Override
    public String toString() {
        return "MethodTypeDesc[" + displayDescriptor() + "]";
    }
}
