package java.beans;

import java.lang.reflect.Method;

/** A method of a bean. */
public class MethodDescriptor extends FeatureDescriptor {
    private final Method method;
    private final ParameterDescriptor[] parameters;

    public MethodDescriptor(Method method) {
        this(method, null);
    }

    public MethodDescriptor(Method method, ParameterDescriptor[] parameterDescriptors) {
        setName(method.getName());
        this.method = method;
        parameters = parameterDescriptors == null ? null : parameterDescriptors.clone();
    }

    public Method getMethod() {
        return method;
    }

    public ParameterDescriptor[] getParameterDescriptors() {
        return parameters == null ? null : parameters.clone();
    }

    @Override
    void describe(StringBuilder sb) {
        add(sb, "method", method);
    }
}
