package java.beans;

import java.util.EventListener;

/** Is asked before properties change. */
public interface VetoableChangeListener extends EventListener {
    void vetoableChange(PropertyChangeEvent evt) throws PropertyVetoException;
}
