package rvm.internal.xml;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;

/** The factories of javax.xml.parsers and what they make. */
public final class Builders {
    private Builders() {
    }

    private static void noValidation(boolean wanted) throws ParserConfigurationException {
        if (wanted) {
            throw new ParserConfigurationException("Validation is not supported");
        }
    }

    private static void set(XMLReader reader, Map<String, Boolean> features) throws ParserConfigurationException {
        for (Map.Entry<String, Boolean> e : features.entrySet()) {
            try {
                reader.setFeature(e.getKey(), e.getValue());
            } catch (SAXException x) {
                throw new ParserConfigurationException(x.getMessage());
            }
        }
    }

    private static boolean feature(Map<String, Boolean> features, String name) throws ParserConfigurationException {
        if (features.containsKey(name)) {
            return features.get(name);
        }
        try {
            return new SaxReader(false).getFeature(name);
        } catch (SAXException e) {
            throw new ParserConfigurationException(e.getMessage());
        }
    }

    /** Makes builders of trees. */
    public static final class Documents extends DocumentBuilderFactory {
        private final Map<String, Boolean> features = new HashMap<>();
        private final Map<String, Object> attributes = new HashMap<>();

        @Override
        public DocumentBuilder newDocumentBuilder() throws ParserConfigurationException {
            noValidation(isValidating());
            SaxReader reader = new SaxReader(isNamespaceAware());
            set(reader, features);
            for (Map.Entry<String, Object> e : attributes.entrySet()) {
                try {
                    reader.setProperty(e.getKey(), e.getValue());
                } catch (SAXException x) {
                    throw new ParserConfigurationException(x.getMessage());
                }
            }
            return new Trees(reader, isNamespaceAware(), isIgnoringComments(), isIgnoringElementContentWhitespace(), isCoalescing());
        }

        @Override
        public void setAttribute(String name, Object value) {
            try {
                new SaxReader(false).setProperty(name, value);
            } catch (SAXException e) {
                throw new IllegalArgumentException(e.getMessage());
            }
            attributes.put(name, value);
        }

        @Override
        public Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public void setFeature(String name, boolean value) throws ParserConfigurationException {
            set(new SaxReader(false), Map.of(name, value));
            features.put(name, value);
        }

        @Override
        public boolean getFeature(String name) throws ParserConfigurationException {
            return feature(features, name);
        }
    }

    private static final class Trees extends DocumentBuilder {
        private final SaxReader reader;
        private final boolean namespaces;
        private final boolean dropComments;
        private final boolean dropBlanks;
        private final boolean joinCdata;

        Trees(SaxReader reader, boolean namespaces, boolean dropComments, boolean dropBlanks, boolean joinCdata) {
            this.reader = reader;
            this.namespaces = namespaces;
            this.dropComments = dropComments;
            this.dropBlanks = dropBlanks;
            this.joinCdata = joinCdata;
            reader.parser().prefixes = true;
            reset();
        }

        @Override
        public void reset() {
            reader.setErrorHandler(null);
            reader.setEntityResolver(null);
        }

        @Override
        public Document parse(InputSource source) throws SAXException, IOException {
            if (source == null) {
                throw new IllegalArgumentException("InputSource cannot be null");
            }
            DomDocument d = new DomDocument();
            DomBuilder b = new DomBuilder(d, null, namespaces);
            b.dropComments = dropComments;
            b.dropBlanks = dropBlanks;
            b.joinCdata = joinCdata;
            XmlParser parser = reader.parser();
            parser.content = b;
            parser.lexical = b;
            parser.parse(source);
            d.xmlEncoding = parser.xmlEncoding;
            d.inputEncoding = parser.getEncoding();
            d.setXmlStandalone(parser.standalone);
            d.setXmlVersion(parser.version);
            parser.content = null;
            parser.lexical = null;
            return d;
        }

        @Override
        public boolean isNamespaceAware() {
            return namespaces;
        }

        @Override
        public boolean isValidating() {
            return false;
        }

        @Override
        public void setEntityResolver(EntityResolver resolver) {
            reader.setEntityResolver(resolver);
        }

        @Override
        public void setErrorHandler(ErrorHandler handler) {
            // Nobody at all means silence here.
            reader.setErrorHandler(handler == null ? new org.xml.sax.ext.DefaultHandler2() : handler);
        }

        @Override
        public Document newDocument() {
            return new DomDocument();
        }

        @Override
        public DOMImplementation getDOMImplementation() {
            return DomImplementation.INSTANCE;
        }
    }

    /** Makes SAX parsers. */
    public static final class Parsers extends SAXParserFactory {
        private final Map<String, Boolean> features = new HashMap<>();

        @Override
        public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
            noValidation(isValidating());
            SaxReader reader = new SaxReader(isNamespaceAware());
            set(reader, features);
            return new Events(reader);
        }

        @Override
        public void setFeature(String name, boolean value)
                throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
            new SaxReader(false).setFeature(name, value);
            features.put(name, value);
        }

        @Override
        public boolean getFeature(String name) throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
            return features.containsKey(name) ? features.get(name) : new SaxReader(isNamespaceAware()).getFeature(name);
        }
    }

    private static final class Events extends SAXParser {
        private final SaxReader reader;

        Events(SaxReader reader) {
            this.reader = reader;
        }

        @Override
        public void reset() {
            reader.setContentHandler(null);
            reader.setErrorHandler(null);
            reader.setDTDHandler(null);
            reader.setEntityResolver(null);
        }

        @Override
        @Deprecated
        public Parser getParser() throws SAXException {
            throw new SAXNotSupportedException("SAX 1 parsers are not supported");
        }

        @Override
        public XMLReader getXMLReader() {
            return reader;
        }

        @Override
        public boolean isNamespaceAware() {
            return reader.parser().namespaces;
        }

        @Override
        public boolean isValidating() {
            return false;
        }

        @Override
        public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
            reader.setProperty(name, value);
        }

        @Override
        public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
            return reader.getProperty(name);
        }
    }
}
