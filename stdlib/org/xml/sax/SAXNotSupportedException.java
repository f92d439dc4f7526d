package org.xml.sax;

/** A reader knows a feature or property but cannot do what is asked. */
public class SAXNotSupportedException extends SAXException {
    private static final long serialVersionUID = -1422818934641823846L;

    public SAXNotSupportedException() {
    }

    public SAXNotSupportedException(String message) {
        super(message);
    }
}
