package javax.xml.transform.stream;

import java.io.File;
import java.io.OutputStream;
import java.io.Writer;
import javax.xml.transform.Result;

/** A stream, a writer or a place that a document is written to. */
public class StreamResult implements Result {
    public static final String FEATURE = "http://javax.xml.transform.stream.StreamResult/feature";

    private OutputStream outputStream;
    private Writer writer;
    private String systemId;

    public StreamResult() {
    }

    public StreamResult(OutputStream outputStream) {
        setOutputStream(outputStream);
    }

    public StreamResult(Writer writer) {
        setWriter(writer);
    }

    public StreamResult(String systemId) {
        setSystemId(systemId);
    }

    public void setOutputStream(OutputStream value) {
        outputStream = value;
    }

    public OutputStream getOutputStream() {
        return outputStream;
    }

    public void setWriter(Writer value) {
        writer = value;
    }

    public Writer getWriter() {
        return writer;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    public String getSystemId() {
        return systemId;
    }

    public StreamResult(File f) {
        setSystemId(f);
    }

    public void setSystemId(File f) {
        systemId = f.toURI().toASCIIString();
    }
}
