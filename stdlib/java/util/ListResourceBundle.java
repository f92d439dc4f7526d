package java.util;

/** Resources from an array of names and values. */
public abstract class ListResourceBundle extends ResourceBundle {
    private volatile Map<String, Object> lookup;

    public ListResourceBundle() {
    }

    protected abstract Object[][] getContents();

    private Map<String, Object> table() {
        Map<String, Object> map = lookup;
        if (map == null) {
            Map<String, Object> fresh = new HashMap<>();
            for (Object[] row : getContents()) {
                fresh.put((String) Objects.requireNonNull(row[0]), Objects.requireNonNull(row[1]));
            }
            lookup = map = fresh;
        }
        return map;
    }

    @Override
    public final Object handleGetObject(String key) {
        return table().get(Objects.requireNonNull(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = new LinkedHashSet<>(table().keySet());
        if (parent != null) {
            keys.addAll(Collections.list(parent.getKeys()));
        }
        return Collections.enumeration(keys);
    }

    @Override
    protected Set<String> handleKeySet() {
        return new HashSet<>(table().keySet());
    }
}
