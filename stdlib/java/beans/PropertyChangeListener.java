package java.beans;

import java.util.EventListener;

/** Is told of changed properties. */
public interface PropertyChangeListener extends EventListener {
    void propertyChange(PropertyChangeEvent evt);
}
