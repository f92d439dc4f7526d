package java.beans;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;

/** Holds those who may object to changes of a bean. */
public class VetoableChangeSupport implements Serializable {
    private static final long serialVersionUID = -5090210921595982017L;
    private static final VetoableChangeListener[] NONE = new VetoableChangeListener[0];

    private transient ListenerTable<VetoableChangeListener> listeners = new ListenerTable<>(NONE);
    private final Object source;

    public VetoableChangeSupport(Object sourceBean) {
        source = Objects.requireNonNull(sourceBean);
    }

    public void addVetoableChangeListener(VetoableChangeListener listener) {
        if (listener instanceof VetoableChangeListenerProxy) {
            VetoableChangeListenerProxy proxy = (VetoableChangeListenerProxy) listener;
            addVetoableChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            listeners.add(null, listener);
        }
    }

    public void removeVetoableChangeListener(VetoableChangeListener listener) {
        if (listener instanceof VetoableChangeListenerProxy) {
            VetoableChangeListenerProxy proxy = (VetoableChangeListenerProxy) listener;
            removeVetoableChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            listeners.remove(null, listener);
        }
    }

    public VetoableChangeListener[] getVetoableChangeListeners() {
        return listeners.all(VetoableChangeListenerProxy::new);
    }

    public void addVetoableChangeListener(String propertyName, VetoableChangeListener listener) {
        VetoableChangeListener plain = listener;
        while (plain instanceof VetoableChangeListenerProxy) {
            plain = ((VetoableChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            listeners.add(propertyName, plain);
        }
    }

    public void removeVetoableChangeListener(String propertyName, VetoableChangeListener listener) {
        VetoableChangeListener plain = listener;
        while (plain instanceof VetoableChangeListenerProxy) {
            plain = ((VetoableChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            listeners.remove(propertyName, plain);
        }
    }

    public VetoableChangeListener[] getVetoableChangeListeners(String propertyName) {
        return listeners.of(propertyName);
    }

    public boolean hasListeners(String propertyName) {
        return listeners.has(propertyName);
    }

    public void fireVetoableChange(String propertyName, Object oldValue, Object newValue) throws PropertyVetoException {
        fireVetoableChange(new PropertyChangeEvent(source, propertyName, oldValue, newValue));
    }

    public void fireVetoableChange(String propertyName, int oldValue, int newValue) throws PropertyVetoException {
        if (oldValue != newValue) {
            fireVetoableChange(propertyName, Integer.valueOf(oldValue), Integer.valueOf(newValue));
        }
    }

    public void fireVetoableChange(String propertyName, boolean oldValue, boolean newValue) throws PropertyVetoException {
        if (oldValue != newValue) {
            fireVetoableChange(propertyName, Boolean.valueOf(oldValue), Boolean.valueOf(newValue));
        }
    }

    public void fireVetoableChange(PropertyChangeEvent event) throws PropertyVetoException {
        Object oldValue = event.getOldValue();
        Object newValue = event.getNewValue();
        if (oldValue != null && newValue != null && oldValue.equals(newValue)) {
            return;
        }
        VetoableChangeListener[] all = listeners.interested(event.getPropertyName());
        for (int i = 0; i < all.length; i++) {
            try {
                all[i].vetoableChange(event);
            } catch (PropertyVetoException veto) {
                revert(all, i, new PropertyChangeEvent(source, event.getPropertyName(), newValue, oldValue));
                throw veto;
            }
        }
    }

    // Those who agreed are told that it stays as it was.
    private static void revert(VetoableChangeListener[] all, int count, PropertyChangeEvent back) {
        for (int i = 0; i < count; i++) {
            try {
                all[i].vetoableChange(back);
            } catch (PropertyVetoException again) {
                continue;
            }
        }
    }

    private void writeObject(ObjectOutputStream s) throws IOException {
        s.defaultWriteObject();
        for (VetoableChangeListener l : getVetoableChangeListeners()) {
            if (l instanceof Serializable) {
                s.writeObject(l);
            }
        }
        s.writeObject(null);
    }

    private void readObject(ObjectInputStream s) throws ClassNotFoundException, IOException {
        listeners = new ListenerTable<>(NONE);
        s.defaultReadObject();
        for (Object l = s.readObject(); l != null; l = s.readObject()) {
            addVetoableChangeListener((VetoableChangeListener) l);
        }
    }
}
