package java.net;

/** An address cannot be bound. */
public class BindException extends SocketException {
    private static final long serialVersionUID = 1L;

    public BindException() {
        super();
    }

    public BindException(String msg) {
        super(msg);
    }
}
