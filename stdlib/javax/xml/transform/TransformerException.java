package javax.xml.transform;

/** Something went wrong with a transformation. */
public class TransformerException extends Exception {
    private static final long serialVersionUID = 975798773772956428L;
    private transient SourceLocator locator;
    private Throwable containedException;

    public TransformerException(String message) {
        this(message, null, null);
    }

    public TransformerException(Throwable e) {
        this(e.toString(), null, e);
    }

    public TransformerException(String message, Throwable e) {
        this(message == null || message.isEmpty() ? e.getMessage() : message, null, e);
    }

    public TransformerException(String message, SourceLocator locator) {
        this(message, locator, null);
    }

    public TransformerException(String message, SourceLocator locator, Throwable e) {
        super(message);
        containedException = e;
        this.locator = locator;
    }

    public SourceLocator getLocator() {
        return locator;
    }

    public void setLocator(SourceLocator location) {
        locator = location;
    }

    public Throwable getException() {
        return containedException;
    }

    @Override
    public Throwable getCause() {
        return containedException == this ? null : containedException;
    }

    @Override
    public synchronized Throwable initCause(Throwable cause) {
        if (containedException != null) {
            throw new IllegalStateException("Can't overwrite cause");
        }
        if (cause == this) {
            throw new IllegalArgumentException("Self-causation not permitted");
        }
        containedException = cause;
        return this;
    }

    public String getMessageAndLocation() {
        String place = getLocationAsString();
        return (getMessage() == null ? "" : getMessage()) + (place == null ? "" : place);
    }

    public String getLocationAsString() {
        if (locator == null) {
            return null;
        }
        StringBuilder sb = new StringBuilder();
        if (locator.getSystemId() != null) {
            sb.append("; SystemID: ").append(locator.getSystemId());
        }
        if (locator.getLineNumber() != 0) {
            sb.append("; Line#: ").append(locator.getLineNumber());
        }
        if (locator.getColumnNumber() != 0) {
            sb.append("; Column#: ").append(locator.getColumnNumber());
        }
        return sb.toString();
    }
}
