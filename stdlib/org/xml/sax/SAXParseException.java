package org.xml.sax;

/** An error at a place of a document. */
public class SAXParseException extends SAXException {
    static final long serialVersionUID = -5651165872476709336L;
    private final String publicId;
    private final String systemId;
    private final int lineNumber;
    private final int columnNumber;

    public SAXParseException(String message, Locator locator) {
        this(message, locator, null);
    }

    public SAXParseException(String message, Locator locator, Exception e) {
        super(message, e);
        publicId = locator == null ? null : locator.getPublicId();
        systemId = locator == null ? null : locator.getSystemId();
        lineNumber = locator == null ? -1 : locator.getLineNumber();
        columnNumber = locator == null ? -1 : locator.getColumnNumber();
    }

    public SAXParseException(String message, String publicId, String systemId, int lineNumber, int columnNumber) {
        this(message, publicId, systemId, lineNumber, columnNumber, null);
    }

    public SAXParseException(String message, String publicId, String systemId, int lineNumber, int columnNumber, Exception e) {
        super(message, e);
        this.publicId = publicId;
        this.systemId = systemId;
        this.lineNumber = lineNumber;
        this.columnNumber = columnNumber;
    }

    public String getPublicId() {
        return publicId;
    }

    public String getSystemId() {
        return systemId;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    public int getColumnNumber() {
        return columnNumber;
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(getClass().getName());
        String message = getLocalizedMessage();
        if (publicId != null) {
            sb.append("publicId: ").append(publicId);
        }
        if (systemId != null) {
            sb.append("; systemId: ").append(systemId);
        }
        if (lineNumber != -1) {
            sb.append("; lineNumber: ").append(lineNumber);
        }
        if (columnNumber != -1) {
            sb.append("; columnNumber: ").append(columnNumber);
        }
        if (message != null) {
            sb.append("; ").append(message);
        }
        return sb.toString();
    }
}
