package java.beans;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Holds the listeners of a bean. */
public class PropertyChangeSupport implements Serializable {
    private static final long serialVersionUID = 6401253773779951803L;
    private static final PropertyChangeListener[] NONE = new PropertyChangeListener[0];

    /** Listeners by property; those of null are for all. */
    private transient LinkedHashMap<String, PropertyChangeListener[]> listeners = new LinkedHashMap<>();
    private final Object source;

    public PropertyChangeSupport(Object sourceBean) {
        source = Objects.requireNonNull(sourceBean);
    }

    private synchronized void add(String name, PropertyChangeListener listener) {
        PropertyChangeListener[] old = listeners.getOrDefault(name, NONE);
        PropertyChangeListener[] now = Arrays.copyOf(old, old.length + 1);
        now[old.length] = listener;
        listeners.put(name, now);
    }

    private synchronized void remove(String name, PropertyChangeListener listener) {
        PropertyChangeListener[] old = listeners.getOrDefault(name, NONE);
        for (int i = 0; i < old.length; i++) {
            if (listener.equals(old[i])) {
                PropertyChangeListener[] now = Arrays.copyOf(old, old.length - 1);
                System.arraycopy(old, i + 1, now, i, now.length - i);
                if (now.length == 0) {
                    listeners.remove(name);
                } else {
                    listeners.put(name, now);
                }
                return;
            }
        }
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
        if (listener instanceof PropertyChangeListenerProxy) {
            PropertyChangeListenerProxy proxy = (PropertyChangeListenerProxy) listener;
            addPropertyChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            add(null, listener);
        }
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
        if (listener instanceof PropertyChangeListenerProxy) {
            PropertyChangeListenerProxy proxy = (PropertyChangeListenerProxy) listener;
            removePropertyChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            remove(null, listener);
        }
    }

    public synchronized PropertyChangeListener[] getPropertyChangeListeners() {
        ArrayList<PropertyChangeListener> all = new ArrayList<>(Arrays.asList(listeners.getOrDefault(null, NONE)));
        for (Map.Entry<String, PropertyChangeListener[]> e : listeners.entrySet()) {
            if (e.getKey() != null) {
                for (PropertyChangeListener l : e.getValue()) {
                    all.add(new PropertyChangeListenerProxy(e.getKey(), l));
                }
            }
        }
        return all.toArray(NONE);
    }

    public void addPropertyChangeListener(String propertyName, PropertyChangeListener listener) {
        PropertyChangeListener plain = listener;
        while (plain instanceof PropertyChangeListenerProxy) {
            plain = ((PropertyChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            add(propertyName, plain);
        }
    }

    public void removePropertyChangeListener(String propertyName, PropertyChangeListener listener) {
        PropertyChangeListener plain = listener;
        while (plain instanceof PropertyChangeListenerProxy) {
            plain = ((PropertyChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            remove(propertyName, plain);
        }
    }

    public synchronized PropertyChangeListener[] getPropertyChangeListeners(String propertyName) {
        return propertyName == null ? NONE.clone() : listeners.getOrDefault(propertyName, NONE).clone();
    }

    public synchronized boolean hasListeners(String propertyName) {
        return listeners.containsKey(null) || propertyName != null && listeners.containsKey(propertyName);
    }

    private synchronized PropertyChangeListener[] interested(String name) {
        PropertyChangeListener[] common = listeners.getOrDefault(null, NONE);
        PropertyChangeListener[] named = name == null ? NONE : listeners.getOrDefault(name, NONE);
        PropertyChangeListener[] all = Arrays.copyOf(common, common.length + named.length);
        System.arraycopy(named, 0, all, common.length, named.length);
        return all;
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
        for (PropertyChangeListener l : interested(event.getPropertyName())) {
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
        listeners = new LinkedHashMap<>();
        s.defaultReadObject();
        for (Object l = s.readObject(); l != null; l = s.readObject()) {
            addPropertyChangeListener((PropertyChangeListener) l);
        }
    }
}
