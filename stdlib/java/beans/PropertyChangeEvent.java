package java.beans;

import java.util.EventObject;

/** A property of a bean has changed. */
public class PropertyChangeEvent extends EventObject {
    private static final long serialVersionUID = 7042693688939648123L;

    private String propertyName;
    private Object newValue;
    private Object oldValue;
    private Object propagationId;

    public PropertyChangeEvent(Object source, String propertyName, Object oldValue, Object newValue) {
        super(source);
        this.propertyName = propertyName;
        this.newValue = newValue;
        this.oldValue = oldValue;
    }

    public String getPropertyName() {
        return propertyName;
    }

    public Object getNewValue() {
        return newValue;
    }

    public Object getOldValue() {
        return oldValue;
    }

    public void setPropagationId(Object propagationId) {
        this.propagationId = propagationId;
    }

    public Object getPropagationId() {
        return propagationId;
    }

    /** What stands between name and old value in the text of a subclass. */
    void describe(StringBuilder sb) {
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(getClass().getName()).append("[propertyName=").append(propertyName);
        describe(sb);
        sb.append("; oldValue=").append(oldValue).append("; newValue=").append(newValue);
        return sb.append("; propagationId=").append(propagationId).append("; source=").append(getSource()).append(']').toString();
    }
}
