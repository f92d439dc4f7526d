package java.beans;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Hashtable;

/** What features of beans have in common. */
public class FeatureDescriptor {
    private String name;
    private String displayName;
    private String shortDescription;
    private boolean expert;
    private boolean hidden;
    private boolean preferred;
    private Hashtable<String, Object> values;

    public FeatureDescriptor() {
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName == null ? getName() : displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public boolean isExpert() {
        return expert;
    }

    public void setExpert(boolean expert) {
        this.expert = expert;
    }

    public boolean isHidden() {
        return hidden;
    }

    public void setHidden(boolean hidden) {
        this.hidden = hidden;
    }

    public boolean isPreferred() {
        return preferred;
    }

    public void setPreferred(boolean preferred) {
        this.preferred = preferred;
    }

    public String getShortDescription() {
        return shortDescription == null ? getDisplayName() : shortDescription;
    }

    public void setShortDescription(String text) {
        shortDescription = text;
    }

    public void setValue(String attributeName, Object value) {
        if (values == null) {
            values = new Hashtable<>();
        }
        values.put(attributeName, value);
    }

    public Object getValue(String attributeName) {
        return values == null ? null : values.get(attributeName);
    }

    public Enumeration<String> attributeNames() {
        return values == null ? Collections.emptyEnumeration() : values.keys();
    }

    /** Adds what a subclass has to tell. */
    void describe(StringBuilder sb) {
    }

    static void add(StringBuilder sb, String name, Object value) {
        if (value != null) {
            sb.append("; ").append(name).append('=').append(value);
        }
    }

    static void add(StringBuilder sb, String name, boolean value) {
        if (value) {
            sb.append("; ").append(name);
        }
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(getClass().getName()).append("[name=").append(name);
        add(sb, "displayName", displayName);
        add(sb, "shortDescription", shortDescription);
        add(sb, "preferred", preferred);
        add(sb, "hidden", hidden);
        add(sb, "expert", expert);
        if (values != null && !values.isEmpty()) {
            sb.append("; values={");
            String comma = "";
            for (String key : values.keySet()) {
                sb.append(comma).append(key).append('=').append(values.get(key));
                comma = "; ";
            }
            sb.append('}');
        }
        describe(sb);
        return sb.append(']').toString();
    }
}
