package java.net;

/** Makes content handlers. */
public interface ContentHandlerFactory {
    ContentHandler createContentHandler(String mimetype);
}
