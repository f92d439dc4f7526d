package java.util.logging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** How important a record is. */
public class Level implements Serializable {
    private static final long serialVersionUID = -8176160795706313070L;
    private static final String DEFAULT_BUNDLE = "sun.util.logging.resources.logging";
    private static final List<Level> KNOWN = new ArrayList<>();

    public static final Level OFF = new Level("OFF", Integer.MAX_VALUE, DEFAULT_BUNDLE);
    public static final Level SEVERE = new Level("SEVERE", 1000, DEFAULT_BUNDLE);
    public static final Level WARNING = new Level("WARNING", 900, DEFAULT_BUNDLE);
    public static final Level INFO = new Level("INFO", 800, DEFAULT_BUNDLE);
    public static final Level CONFIG = new Level("CONFIG", 700, DEFAULT_BUNDLE);
    public static final Level FINE = new Level("FINE", 500, DEFAULT_BUNDLE);
    public static final Level FINER = new Level("FINER", 400, DEFAULT_BUNDLE);
    public static final Level FINEST = new Level("FINEST", 300, DEFAULT_BUNDLE);
    public static final Level ALL = new Level("ALL", Integer.MIN_VALUE, DEFAULT_BUNDLE);

    private final String name;
    private final int value;
    private final String resourceBundleName;

    protected Level(String name, int value) {
        this(name, value, null);
    }

    protected Level(String name, int value, String resourceBundleName) {
        if (name == null) {
            throw new NullPointerException();
        }
        this.name = name;
        this.value = value;
        this.resourceBundleName = resourceBundleName;
        synchronized (KNOWN) {
            KNOWN.add(this);
        }
    }

    public String getResourceBundleName() {
        return resourceBundleName;
    }

    public String getName() {
        return name;
    }

    public String getLocalizedName() {
        // The standard levels are called the same in the locales that there are.
        if (resourceBundleName != null && !resourceBundleName.equals(DEFAULT_BUNDLE)) {
            try {
                ClassLoader loader = getClass().getClassLoader();
                return ResourceBundle.getBundle(resourceBundleName, Locale.getDefault(),
                        loader == null ? ClassLoader.getSystemClassLoader() : loader).getString(name);
            } catch (MissingResourceException e) {
                return name;
            }
        }
        return name;
    }

    @Override
    public final String toString() {
        return name;
    }

    public final int intValue() {
        return value;
    }

    /** The level of a name or localized name or number; null if there is none. */
    static Level find(String text) {
        synchronized (KNOWN) {
            for (Level level : KNOWN) {
                if (level.name.equals(text)) {
                    return level;
                }
            }
            try {
                int number = Integer.parseInt(text);
                for (Level level : KNOWN) {
                    if (level.value == number) {
                        return level;
                    }
                }
                return new Level(text, number);
            } catch (NumberFormatException e) {
                for (Level level : KNOWN) {
                    if (level.getLocalizedName().equals(text)) {
                        return level;
                    }
                }
            }
        }
        return null;
    }

    public static synchronized Level parse(String name) throws IllegalArgumentException {
        name.length();
        Level level = find(name);
        if (level == null) {
            throw new IllegalArgumentException("Bad level \"" + name + "\"");
        }
        return level;
    }

    private Object readResolve() {
        synchronized (KNOWN) {
            for (Level level : KNOWN) {
                if (level != this && level.name.equals(name) && level.value == value
                        && java.util.Objects.equals(level.resourceBundleName, resourceBundleName)) {
                    return level;
                }
            }
            KNOWN.add(this);
            return this;
        }
    }

    @Override
    public boolean equals(Object ox) {
        return ox instanceof Level && ((Level) ox).value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }
}
