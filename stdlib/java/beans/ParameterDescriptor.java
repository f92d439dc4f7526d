package java.beans;

/** A parameter of a method of a bean. */
public class ParameterDescriptor extends FeatureDescriptor {
    public ParameterDescriptor() {
    }
}
