package javax.xml.transform.sax;

import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** A document that a reader reads. */
public class SAXSource implements Source {
    public static final String FEATURE = "http://javax.xml.transform.sax.SAXSource/feature";

    private XMLReader reader;
    private InputSource inputSource;

    public SAXSource() {
    }

    public SAXSource(XMLReader reader, InputSource inputSource) {
        setXMLReader(reader);
        setInputSource(inputSource);
    }

    public SAXSource(InputSource inputSource) {
        setInputSource(inputSource);
    }

    public void setXMLReader(XMLReader value) {
        reader = value;
    }

    public XMLReader getXMLReader() {
        return reader;
    }

    public void setInputSource(InputSource value) {
        inputSource = value;
    }

    public InputSource getInputSource() {
        return inputSource;
    }

    @Override
    public void setSystemId(String systemId) {
        if (inputSource == null) {
            inputSource = new InputSource(systemId);
        } else {
            inputSource.setSystemId(systemId);
        }
    }

    @Override
    public String getSystemId() {
        return inputSource == null ? null : inputSource.getSystemId();
    }

    public static InputSource sourceToInputSource(Source source) {
        if (source instanceof SAXSource) {
            return ((SAXSource) source).getInputSource();
        }
        if (!(source instanceof StreamSource)) {
            return null;
        }
        StreamSource s = (StreamSource) source;
        InputSource in = new InputSource(s.getSystemId());
        in.setByteStream(s.getInputStream());
        in.setCharacterStream(s.getReader());
        in.setPublicId(s.getPublicId());
        return in;
    }

    @Override
    public boolean isEmpty() {
        return inputSource == null || inputSource.isEmpty();
    }
}
