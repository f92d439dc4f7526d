package java.net;

/** A port cannot be reached. */
public class PortUnreachableException extends SocketException {
    private static final long serialVersionUID = 1L;

    public PortUnreachableException() {
        super();
    }

    public PortUnreachableException(String msg) {
        super(msg);
    }
}
