package java.beans;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;

/** Holds the listeners of a bean. */
public class PropertyChangeSupport implements Serializable {
    private static final long serialVersionUID = 6401253773779951803L;
    private static final PropertyChangeListener[] NONE = new PropertyChangeListener[0];

    private transient ListenerTable<PropertyChangeListener> listeners = new ListenerTable<>(NONE);
    private final Object source;

    public PropertyChangeSupport(Object sourceBean) {
        source = Objects.requireNonNull(sourceBean);
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
        if (listener instanceof PropertyChangeListenerProxy) {
            PropertyChangeListenerProxy proxy = (PropertyChangeListenerProxy) listener;
            addPropertyChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            listeners.add(null, listener);
        }
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
        if (listener instanceof PropertyChangeListenerProxy) {
            PropertyChangeListenerProxy proxy = (PropertyChangeListenerProxy) listener;
            removePropertyChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            listeners.remove(null, listener);
        }
    }

    public PropertyChangeListener[] getPropertyChangeListeners() {
        return listeners.all(PropertyChangeListenerProxy::new);
    }

    public void addPropertyChangeListener(String propertyName, PropertyChangeListener listener) {
        PropertyChangeListener plain = listener;
        while (plain instanceof PropertyChangeListenerProxy) {
            plain = ((PropertyChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            listeners.add(propertyName, plain);
        }
    }

    public void removePropertyChangeListener(String propertyName, PropertyChangeListener listener) {
        PropertyChangeListener plain = listener;
        while (plain instanceof PropertyChangeListenerProxy) {
            plain = ((PropertyChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            listeners.remove(propertyName, plain);
        }
    }

    public PropertyChangeListener[] getPropertyChangeListeners(String propertyName) {
        return listeners.of(propertyName);
    }

    public boolean hasListeners(String propertyName) {
        return listeners.has(propertyName);
    }

    public void firePropertyChange(String propertyName, Object oldValue, Object newValue) {
        if (oldValue == null || newValue == null || !oldValue.equals(newValue)) {
            tell(new PropertyChangeEvent(source, propertyName, oldValue, newValue));
        }
    }

    public void firePropertyChange(String propertyName, int oldValue, int newValue) {
        if (oldValue != newValue) {
            firePropertyChange(propertyName, Integer.valueOf(oldValue), Integer.valueOf(newValue));
        }
    }

    public void firePropertyChange(String propertyName, boolean oldValue, boolean newValue) {
        if (oldValue != newValue) {
            firePropertyChange(propertyName, Boolean.valueOf(oldValue), Boolean.valueOf(newValue));
        }
    }

    public void firePropertyChange(PropertyChangeEvent event) {
        Object oldValue = event.getOldValue();
        Object newValue = event.getNewValue();
        if (oldValue == null || newValue == null || !oldValue.equals(newValue)) {
            tell(event);
        }
    }

    private void tell(PropertyChangeEvent event) {
        for (PropertyChangeListener l : listeners.interested(event.getPropertyName())) {
            l.propertyChange(event);
        }
    }

    public void fireIndexedPropertyChange(String propertyName, int index, Object oldValue, Object newValue) {
        if (oldValue == null || newValue == null || !oldValue.equals(newValue)) {
            tell(new IndexedPropertyChangeEvent(source, propertyName, oldValue, newValue, index));
        }
    }

    public void fireIndexedPropertyChange(String propertyName, int index, int oldValue, int newValue) {
        if (oldValue != newValue) {
            fireIndexedPropertyChange(propertyName, index, Integer.valueOf(oldValue), Integer.valueOf(newValue));
        }
    }

    public void fireIndexedPropertyChange(String propertyName, int index, boolean oldValue, boolean newValue) {
        if (oldValue != newValue) {
            fireIndexedPropertyChange(propertyName, index, Boolean.valueOf(oldValue), Boolean.valueOf(newValue));
        }
    }

    private void writeObject(ObjectOutputStream s) throws IOException {
        s.defaultWriteObject();
        for (PropertyChangeListener l : getPropertyChangeListeners()) {
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
            addPropertyChangeListener((PropertyChangeListener) l);
        }
    }
}
