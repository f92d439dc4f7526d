package javax.lang.model.element;

public interface Name extends CharSequence {
    boolean contentEquals(CharSequence charSequence);

    @Override
    boolean equals(Object value);

    @Override
    int hashCode();
}
