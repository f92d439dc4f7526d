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

/** Holds those who may object to changes of a bean. */
public class VetoableChangeSupport implements Serializable {
    private static final long serialVersionUID = -5090210921595982017L;
    private static final VetoableChangeListener[] NONE = new VetoableChangeListener[0];

    /** Listeners by property; those of null are for all. */
    private transient LinkedHashMap<String, VetoableChangeListener[]> listeners = new LinkedHashMap<>();
    private final Object source;

    public VetoableChangeSupport(Object sourceBean) {
        source = Objects.requireNonNull(sourceBean);
    }

    private synchronized void add(String name, VetoableChangeListener listener) {
        VetoableChangeListener[] old = listeners.getOrDefault(name, NONE);
        VetoableChangeListener[] now = Arrays.copyOf(old, old.length + 1);
        now[old.length] = listener;
        listeners.put(name, now);
    }

    private synchronized void remove(String name, VetoableChangeListener listener) {
        VetoableChangeListener[] old = listeners.getOrDefault(name, NONE);
        for (int i = 0; i < old.length; i++) {
            if (listener.equals(old[i])) {
                VetoableChangeListener[] now = Arrays.copyOf(old, old.length - 1);
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

    public void addVetoableChangeListener(VetoableChangeListener listener) {
        if (listener instanceof VetoableChangeListenerProxy) {
            VetoableChangeListenerProxy proxy = (VetoableChangeListenerProxy) listener;
            addVetoableChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            add(null, listener);
        }
    }

    public void removeVetoableChangeListener(VetoableChangeListener listener) {
        if (listener instanceof VetoableChangeListenerProxy) {
            VetoableChangeListenerProxy proxy = (VetoableChangeListenerProxy) listener;
            removeVetoableChangeListener(proxy.getPropertyName(), proxy.getListener());
        } else if (listener != null) {
            remove(null, listener);
        }
    }

    public synchronized VetoableChangeListener[] getVetoableChangeListeners() {
        ArrayList<VetoableChangeListener> all = new ArrayList<>(Arrays.asList(listeners.getOrDefault(null, NONE)));
        for (Map.Entry<String, VetoableChangeListener[]> e : listeners.entrySet()) {
            if (e.getKey() != null) {
                for (VetoableChangeListener l : e.getValue()) {
                    all.add(new VetoableChangeListenerProxy(e.getKey(), l));
                }
            }
        }
        return all.toArray(NONE);
    }

    public void addVetoableChangeListener(String propertyName, VetoableChangeListener listener) {
        VetoableChangeListener plain = listener;
        while (plain instanceof VetoableChangeListenerProxy) {
            plain = ((VetoableChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            add(propertyName, plain);
        }
    }

    public void removeVetoableChangeListener(String propertyName, VetoableChangeListener listener) {
        VetoableChangeListener plain = listener;
        while (plain instanceof VetoableChangeListenerProxy) {
            plain = ((VetoableChangeListenerProxy) plain).getListener();
        }
        if (plain != null && propertyName != null) {
            remove(propertyName, plain);
        }
    }

    public synchronized VetoableChangeListener[] getVetoableChangeListeners(String propertyName) {
        return propertyName == null ? NONE.clone() : listeners.getOrDefault(propertyName, NONE).clone();
    }

    public synchronized boolean hasListeners(String propertyName) {
        return listeners.containsKey(null) || propertyName != null && listeners.containsKey(propertyName);
    }

    private synchronized VetoableChangeListener[] interested(String name) {
        VetoableChangeListener[] common = listeners.getOrDefault(null, NONE);
        VetoableChangeListener[] named = name == null ? NONE : listeners.getOrDefault(name, NONE);
        VetoableChangeListener[] all = Arrays.copyOf(common, common.length + named.length);
        System.arraycopy(named, 0, all, common.length, named.length);
        return all;
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
        VetoableChangeListener[] all = interested(event.getPropertyName());
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
        listeners = new LinkedHashMap<>();
        s.defaultReadObject();
        for (Object l = s.readObject(); l != null; l = s.readObject()) {
            addVetoableChangeListener((VetoableChangeListener) l);
        }
    }
}
