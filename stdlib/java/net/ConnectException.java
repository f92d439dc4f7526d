package java.net;

/** A connection was refused. */
public class ConnectException extends SocketException {
    private static final long serialVersionUID = 1L;

    public ConnectException() {
        super();
    }

    public ConnectException(String msg) {
        super(msg);
    }
}
