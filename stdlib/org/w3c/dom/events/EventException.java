package org.w3c.dom.events;

/** An event cannot be handled. */
public class EventException extends RuntimeException {
    public static final short UNSPECIFIED_EVENT_TYPE_ERR = 0;
    private static final long serialVersionUID = 242753408332692061L;

    public short code;

    public EventException(short code, String message) {
        super(message);
        this.code = code;
    }
}
