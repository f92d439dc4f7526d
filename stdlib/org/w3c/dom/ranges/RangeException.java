package org.w3c.dom.ranges;

/** A range is not possible. */
public class RangeException extends RuntimeException {
    public static final short BAD_BOUNDARYPOINTS_ERR = 1;
    public static final short INVALID_NODE_TYPE_ERR = 2;
    private static final long serialVersionUID = 1L;

    public short code;

    public RangeException(short code, String message) {
        super(message);
        this.code = code;
    }
}
