package org.xml.sax.ext;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/** Attributes that know whether they stood in the document. */
public class Attributes2Impl extends AttributesImpl implements Attributes2 {
    private final java.util.ArrayList<boolean[]> flags = new java.util.ArrayList<>();

    public Attributes2Impl() {
    }

    public Attributes2Impl(Attributes atts) {
        super(atts);
    }

    private boolean[] at(int index) {
        if (index < 0 || index >= getLength()) {
            throw new ArrayIndexOutOfBoundsException("No attribute at index: " + index);
        }
        while (flags.size() <= index) {
            flags.add(new boolean[] {!"CDATA".equals(getType(flags.size())), true});
        }
        return flags.get(index);
    }

    private int find(String uri, String localName) {
        int index = getIndex(uri, localName);
        if (index < 0) {
            throw new IllegalArgumentException("No such attribute: local=" + localName + ", namespace=" + uri);
        }
        return index;
    }

    private int find(String qName) {
        int index = getIndex(qName);
        if (index < 0) {
            throw new IllegalArgumentException("No such attribute: " + qName);
        }
        return index;
    }

    @Override
    public boolean isDeclared(int index) {
        return at(index)[0];
    }

    @Override
    public boolean isDeclared(String uri, String localName) {
        return isDeclared(find(uri, localName));
    }

    @Override
    public boolean isDeclared(String qName) {
        return isDeclared(find(qName));
    }

    @Override
    public boolean isSpecified(int index) {
        return at(index)[1];
    }

    @Override
    public boolean isSpecified(String uri, String localName) {
        return isSpecified(find(uri, localName));
    }

    @Override
    public boolean isSpecified(String qName) {
        return isSpecified(find(qName));
    }

    @Override
    public void clear() {
        super.clear();
        if (flags != null) {
            flags.clear();
        }
    }

    @Override
    public void setAttributes(Attributes atts) {
        super.setAttributes(atts);
        if (flags != null && atts instanceof Attributes2) {
            Attributes2 a = (Attributes2) atts;
            for (int i = 0; i < a.getLength(); i++) {
                setDeclared(i, a.isDeclared(i));
                setSpecified(i, a.isSpecified(i));
            }
        }
    }

    @Override
    public void removeAttribute(int index) {
        at(index);
        super.removeAttribute(index);
        flags.remove(index);
    }

    public void setDeclared(int index, boolean value) {
        at(index)[0] = value;
    }

    public void setSpecified(int index, boolean value) {
        at(index)[1] = value;
    }
}
