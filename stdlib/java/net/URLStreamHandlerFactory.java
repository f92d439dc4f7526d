package java.net;

/** Makes handlers of protocols. */
public interface URLStreamHandlerFactory {
    URLStreamHandler createURLStreamHandler(String protocol);
}
