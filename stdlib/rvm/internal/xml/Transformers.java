package rvm.internal.xml;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.URIResolver;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Node;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.LexicalHandler;

/** Transformers that copy. Style sheets are not supported. */
public final class Transformers extends TransformerFactory {
    private static final String NO_SHEETS = "XSLT style sheets are not supported";
    private static final Set<String> KEYS = Set.of("method", "version", "encoding", "omit-xml-declaration", "standalone", "doctype-public",
            "doctype-system", "cdata-section-elements", "indent", "media-type");
    private static final Set<String> FEATURES = Set.of(StreamSource.FEATURE, StreamResult.FEATURE, DOMSource.FEATURE, DOMResult.FEATURE,
            SAXSource.FEATURE, SAXResult.FEATURE);

    private final Map<String, Object> attributes = new HashMap<>();
    private boolean secure = true;
    private URIResolver resolver;
    private ErrorListener listener = new Errors();

    @Override
    public Transformer newTransformer(Source source) throws TransformerConfigurationException {
        throw new TransformerConfigurationException(NO_SHEETS);
    }

    @Override
    public Transformer newTransformer() {
        return new Copier(listener, resolver);
    }

    @Override
    public Templates newTemplates(Source source) throws TransformerConfigurationException {
        throw new TransformerConfigurationException(NO_SHEETS);
    }

    @Override
    public Source getAssociatedStylesheet(Source source, String media, String title, String charset) throws TransformerConfigurationException {
        throw new TransformerConfigurationException(NO_SHEETS);
    }

    @Override
    public void setURIResolver(URIResolver r) {
        resolver = r;
    }

    @Override
    public URIResolver getURIResolver() {
        return resolver;
    }

    @Override
    public void setFeature(String name, boolean value) throws TransformerConfigurationException {
        if (name == null) {
            throw new NullPointerException("TransformerFactory.setFeature(String name, boolean value) called with a null name");
        }
        if (!name.equals("http://javax.xml.XMLConstants/feature/secure-processing")) {
            throw new TransformerConfigurationException("Cannot set the feature '" + name + "' on this TransformerFactory.");
        }
        secure = value;
    }

    @Override
    public boolean getFeature(String name) {
        return FEATURES.contains(name) || secure && name.equals("http://javax.xml.XMLConstants/feature/secure-processing");
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (!name.equals("indent-number") && !name.startsWith("http://javax.xml.XMLConstants/property/")) {
            throw new IllegalArgumentException("TransformerFactory does not recognise attribute '" + name + "'.");
        }
        attributes.put(name, value);
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setErrorListener(ErrorListener l) {
        listener = java.util.Objects.requireNonNull(l);
    }

    @Override
    public ErrorListener getErrorListener() {
        return listener;
    }

    private static final class Errors implements ErrorListener {
        @Override
        public void warning(TransformerException e) {
            System.err.println("WARNING:  '" + e.getMessage() + "'");
        }

        @Override
        public void error(TransformerException e) {
            System.err.println("ERROR:  '" + e.getMessage() + "'");
        }

        @Override
        public void fatalError(TransformerException e) throws TransformerException {
            throw e;
        }
    }

    /** Copies a source to a result. */
    private static final class Copier extends Transformer {
        private final Map<String, String> keys = new HashMap<>();
        private final Map<String, Object> parameters = new HashMap<>();
        private URIResolver resolver;
        private ErrorListener listener;

        Copier(ErrorListener listener, URIResolver resolver) {
            this.listener = listener;
            this.resolver = resolver;
        }

        @Override
        public void reset() {
            keys.clear();
            parameters.clear();
        }

        @Override
        public void transform(Source source, Result result) throws TransformerException {
            try {
                if (result instanceof StreamResult) {
                    write(source, (StreamResult) result);
                } else if (result instanceof DOMResult) {
                    DOMResult r = (DOMResult) result;
                    DomDocument d = r.getNode() == null ? new DomDocument()
                            : r.getNode() instanceof DomDocument ? (DomDocument) r.getNode() : (DomDocument) r.getNode().getOwnerDocument();
                    tell(source, new DomBuilder(d, r.getNode(), true));
                    if (r.getNode() == null) {
                        r.setNode(d);
                    }
                } else if (result instanceof SAXResult) {
                    tell(source, new Teller((SAXResult) result));
                } else {
                    throw new TransformerException("Result of an unknown kind: " + result.getClass().getName());
                }
            } catch (SAXException e) {
                throw new TransformerException(e);
            } catch (IOException e) {
                throw new TransformerException(e);
            } catch (UncheckedIOException e) {
                throw new TransformerException(e.getCause());
            }
        }

        private void write(Source source, StreamResult result) throws IOException, SAXException, TransformerException {
            Writer w = result.getWriter();
            OutputStream file = null;
            if (w == null) {
                OutputStream stream = result.getOutputStream();
                if (stream == null) {
                    if (result.getSystemId() == null) {
                        throw new TransformerException("No output specified");
                    }
                    String id = result.getSystemId();
                    file = new FileOutputStream(id.startsWith("file:") ? java.net.URI.create(id).getPath() : id);
                    stream = file;
                }
                w = new OutputStreamWriter(stream, keys.getOrDefault("encoding", "UTF-8"));
            }
            XmlWriter out = new XmlWriter(w, keys);
            if (source instanceof DOMSource && ((DOMSource) source).getNode() != null) {
                Node node = ((DOMSource) source).getNode();
                out.standalone = XmlWriting.standalone(node);
                XmlWriting.tree(node, out);
            } else {
                tell(source, new XmlWriting(out));
            }
            out.finish();
            if (file != null) {
                w.close();
            }
        }

        private static void tell(Source source, DefaultHandler2 handler) throws IOException, SAXException, TransformerException {
            if (source instanceof DOMSource) {
                Node node = ((DOMSource) source).getNode();
                XmlWriting.tell(node == null ? new DomDocument() : node, handler);
                return;
            }
            XMLReader reader = source instanceof SAXSource ? ((SAXSource) source).getXMLReader() : null;
            InputSource in = SAXSource.sourceToInputSource(source);
            if (in == null) {
                throw new TransformerException("Source of an unknown kind: " + (source == null ? null : source.getClass().getName()));
            }
            reader = reader == null ? new SaxReader(true) : reader;
            reader.setContentHandler(handler);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            reader.parse(in);
        }

        @Override
        public void setParameter(String name, Object value) {
            parameters.put(name, java.util.Objects.requireNonNull(value));
        }

        @Override
        public Object getParameter(String name) {
            return parameters.get(name);
        }

        @Override
        public void clearParameters() {
            parameters.clear();
        }

        @Override
        public void setURIResolver(URIResolver r) {
            resolver = r;
        }

        @Override
        public URIResolver getURIResolver() {
            return resolver;
        }

        @Override
        public void setOutputProperties(Properties properties) {
            keys.clear();
            if (properties != null) {
                for (String name : properties.stringPropertyNames()) {
                    setOutputProperty(name, properties.getProperty(name));
                }
            }
        }

        @Override
        public Properties getOutputProperties() {
            Properties p = new Properties();
            p.putAll(keys);
            return p;
        }

        private static void check(String name) {
            if (!KEYS.contains(name) && !name.startsWith("{")) {
                throw new IllegalArgumentException("Attempting to access invalid Transformer property '" + name + "'.");
            }
        }

        @Override
        public void setOutputProperty(String name, String value) {
            check(name);
            keys.put(name, value);
        }

        @Override
        public String getOutputProperty(String name) {
            check(name);
            String value = keys.get(name);
            return value != null ? value : switch (name) {
                case "method" -> "xml";
                case "version" -> "1.0";
                case "encoding" -> "UTF-8";
                case "indent", "omit-xml-declaration", "standalone" -> "no";
                case "media-type" -> "text/xml";
                default -> null;
            };
        }

        @Override
        public void setErrorListener(ErrorListener l) {
            if (l == null) {
                throw new IllegalArgumentException("ErrorListener must not be null");
            }
            listener = l;
        }

        @Override
        public ErrorListener getErrorListener() {
            return listener;
        }
    }

    /** Passes events on to the handlers of a result. */
    private static final class Teller extends DefaultHandler2 {
        private final ContentHandler content;
        private final LexicalHandler lexical;

        Teller(SAXResult result) {
            content = result.getHandler();
            lexical = result.getLexicalHandler() != null ? result.getLexicalHandler()
                    : content instanceof LexicalHandler ? (LexicalHandler) content : new DefaultHandler2();
        }

        @Override
        public void setDocumentLocator(org.xml.sax.Locator locator) {
            content.setDocumentLocator(locator);
        }

        @Override
        public void startDocument() throws SAXException {
            content.startDocument();
        }

        @Override
        public void endDocument() throws SAXException {
            content.endDocument();
        }

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            content.startPrefixMapping(prefix, uri);
        }

        @Override
        public void endPrefixMapping(String prefix) throws SAXException {
            content.endPrefixMapping(prefix);
        }

        @Override
        public void startElement(String uri, String local, String qName, org.xml.sax.Attributes atts) throws SAXException {
            content.startElement(uri, local, qName, atts);
        }

        @Override
        public void endElement(String uri, String local, String qName) throws SAXException {
            content.endElement(uri, local, qName);
        }

        @Override
        public void characters(char[] ch, int start, int length) throws SAXException {
            content.characters(ch, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] ch, int start, int length) throws SAXException {
            content.ignorableWhitespace(ch, start, length);
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            content.processingInstruction(target, data);
        }

        @Override
        public void startCDATA() throws SAXException {
            lexical.startCDATA();
        }

        @Override
        public void endCDATA() throws SAXException {
            lexical.endCDATA();
        }

        @Override
        public void comment(char[] ch, int start, int length) throws SAXException {
            lexical.comment(ch, start, length);
        }
    }
}
