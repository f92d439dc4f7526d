package javax.xml.transform.sax;

import javax.xml.transform.Result;
import org.xml.sax.ContentHandler;
import org.xml.sax.ext.LexicalHandler;

/** Handlers that are told of a result. */
public class SAXResult implements Result {
    public static final String FEATURE = "http://javax.xml.transform.sax.SAXResult/feature";

    private ContentHandler handler;
    private LexicalHandler lexicalHandler;
    private String systemId;

    public SAXResult() {
    }

    public SAXResult(ContentHandler handler) {
        setHandler(handler);
    }

    public void setHandler(ContentHandler value) {
        handler = value;
    }

    public ContentHandler getHandler() {
        return handler;
    }

    public void setLexicalHandler(LexicalHandler value) {
        lexicalHandler = value;
    }

    public LexicalHandler getLexicalHandler() {
        return lexicalHandler;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    public String getSystemId() {
        return systemId;
    }
}
