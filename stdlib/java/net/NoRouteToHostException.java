package java.net;

/** There is no way to a host. */
public class NoRouteToHostException extends SocketException {
    private static final long serialVersionUID = 1L;

    public NoRouteToHostException() {
        super();
    }

    public NoRouteToHostException(String msg) {
        super(msg);
    }
}
