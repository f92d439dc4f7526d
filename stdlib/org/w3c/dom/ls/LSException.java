package org.w3c.dom.ls;

/** A document cannot be loaded or saved. */
public class LSException extends RuntimeException {
    public static final short PARSE_ERR = 81;
    public static final short SERIALIZE_ERR = 82;
    private static final long serialVersionUID = 5371691160978884690L;

    public short code;

    public LSException(short code, String message) {
        super(message);
        this.code = code;
    }
}
