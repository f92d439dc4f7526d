package javax.xml.transform.stream;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.transform.Source;

/** A document to be read from a stream, a reader or a place. */
public class StreamSource implements Source {
    public static final String FEATURE = "http://javax.xml.transform.stream.StreamSource/feature";

    private InputStream inputStream;
    private Reader reader;
    private String publicId;
    private String systemId;

    public StreamSource() {
    }

    public StreamSource(InputStream inputStream) {
        setInputStream(inputStream);
    }

    public StreamSource(InputStream inputStream, String systemId) {
        setInputStream(inputStream);
        setSystemId(systemId);
    }

    public StreamSource(Reader reader) {
        setReader(reader);
    }

    public StreamSource(Reader reader, String systemId) {
        setReader(reader);
        setSystemId(systemId);
    }

    public StreamSource(String systemId) {
        setSystemId(systemId);
    }

    public void setInputStream(InputStream value) {
        inputStream = value;
    }

    public InputStream getInputStream() {
        return inputStream;
    }

    public void setReader(Reader value) {
        reader = value;
    }

    public Reader getReader() {
        return reader;
    }

    public void setPublicId(String value) {
        publicId = value;
    }

    public String getPublicId() {
        return publicId;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    public String getSystemId() {
        return systemId;
    }

    public StreamSource(File f) {
        setSystemId(f);
    }

    public void setSystemId(File f) {
        systemId = f.toURI().toASCIIString();
    }

    @Override
    public boolean isEmpty() {
        return inputStream == null && reader == null && publicId == null && systemId == null;
    }
}
