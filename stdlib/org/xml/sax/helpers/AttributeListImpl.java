package org.xml.sax.helpers;

import java.util.ArrayList;
import org.xml.sax.AttributeList;

/** Attributes as SAX 1 had them, that can be changed. */
@Deprecated
public class AttributeListImpl implements AttributeList {
    private final ArrayList<String[]> rows = new ArrayList<>();

    public AttributeListImpl() {
    }

    public AttributeListImpl(AttributeList atts) {
        setAttributeList(atts);
    }

    public void setAttributeList(AttributeList atts) {
        clear();
        for (int i = 0; i < atts.getLength(); i++) {
            addAttribute(atts.getName(i), atts.getType(i), atts.getValue(i));
        }
    }

    public void addAttribute(String name, String type, String value) {
        rows.add(new String[] {name, type, value});
    }

    public void removeAttribute(String name) {
        int i = find(name);
        if (i >= 0) {
            rows.remove(i);
        }
    }

    public void clear() {
        rows.clear();
    }

    private int find(String name) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i)[0].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String get(int i, int column) {
        return i >= 0 && i < rows.size() ? rows.get(i)[column] : null;
    }

    @Override
    public int getLength() {
        return rows.size();
    }

    @Override
    public String getName(int i) {
        return get(i, 0);
    }

    @Override
    public String getType(int i) {
        return get(i, 1);
    }

    @Override
    public String getValue(int i) {
        return get(i, 2);
    }

    @Override
    public String getType(String name) {
        return get(find(name), 1);
    }

    @Override
    public String getValue(String name) {
        return get(find(name), 2);
    }
}
