package rvm.internal.xml;

import java.io.IOException;
import java.util.Set;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DeclHandler;
import org.xml.sax.ext.LexicalHandler;

/** The parser as a SAX reader. */
public final class SaxReader implements XMLReader {
    private static final String SAX = "http://xml.org/sax/features/";
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String PROPERTY = "http://xml.org/sax/properties/";
    public static final String NO_DOCTYPE = APACHE + "disallow-doctype-decl";
    public static final String EXTERNAL_DTD = APACHE + "nonvalidating/load-external-dtd";
    /** Features that may be set and change nothing here. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(SAX + "string-interning", SAX + "lexical-handler/parameter-entities",
            SAX + "resolve-dtd-uris", SAX + "use-entity-resolver2", SAX + "external-parameter-entities", APACHE + "continue-after-fatal-error",
            APACHE + "validation/dynamic", APACHE + "nonvalidating/load-dtd-grammar", APACHE + "dom/defer-node-expansion",
            APACHE + "dom/include-ignorable-whitespace", APACHE + "validation/schema-full-checking", APACHE + "allow-java-encodings",
            "http://javax.xml.XMLConstants/feature/secure-processing");

    private final XmlParser parser = new XmlParser();
    private final java.util.HashMap<String, Boolean> others = new java.util.HashMap<>();

    public SaxReader(boolean namespaces) {
        parser.namespaces = namespaces;
        others.put("http://javax.xml.XMLConstants/feature/secure-processing", true);
        others.put(SAX + "external-parameter-entities", true);
        others.put(SAX + "use-entity-resolver2", true);
        others.put(SAX + "string-interning", true);
        others.put(SAX + "resolve-dtd-uris", true);
        others.put(APACHE + "dom/include-ignorable-whitespace", true);
    }

    XmlParser parser() {
        return parser;
    }

    @Override
    public boolean getFeature(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
        if (WITHOUT_EFFECT.contains(name)) {
            return others.getOrDefault(name, false);
        }
        return switch (name) {
            case SAX + "namespaces" -> parser.namespaces;
            case SAX + "namespace-prefixes" -> parser.prefixes;
            case SAX + "validation", APACHE + "validation/schema", APACHE + "xinclude", SAX + "is-standalone" -> false;
            case SAX + "external-general-entities", EXTERNAL_DTD -> parser.loadExternal;
            case NO_DOCTYPE -> parser.noDoctype;
            default -> throw new SAXNotRecognizedException("Feature '" + name + "' is not recognized.");
        };
    }

    @Override
    public void setFeature(String name, boolean on) throws SAXNotRecognizedException, SAXNotSupportedException {
        if (WITHOUT_EFFECT.contains(name)) {
            others.put(name, on);
            return;
        }
        switch (name) {
            case SAX + "namespaces" -> parser.namespaces = on;
            case SAX + "namespace-prefixes" -> parser.prefixes = on;
            case SAX + "validation", APACHE + "validation/schema", APACHE + "xinclude" -> {
                if (on) {
                    throw new SAXNotSupportedException("Feature '" + name + "' is not supported.");
                }
            }
            case SAX + "external-general-entities", EXTERNAL_DTD -> parser.loadExternal = on;
            case NO_DOCTYPE -> parser.noDoctype = on;
            default -> throw new SAXNotRecognizedException("Feature '" + name + "' is not recognized.");
        }
    }

    @Override
    public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
        return switch (name) {
            case PROPERTY + "lexical-handler" -> parser.lexical;
            case PROPERTY + "declaration-handler" -> parser.declarations;
            case PROPERTY + "document-xml-version" -> parser.version;
            default -> throw new SAXNotRecognizedException("Property '" + name + "' is not recognized.");
        };
    }

    @Override
    public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
        switch (name) {
            case PROPERTY + "lexical-handler" -> parser.lexical = (LexicalHandler) value;
            case PROPERTY + "declaration-handler" -> parser.declarations = (DeclHandler) value;
            case "http://javax.xml.XMLConstants/property/accessExternalDTD", "http://javax.xml.XMLConstants/property/accessExternalSchema" -> {
                if ("".equals(value)) {
                    parser.loadExternal = false;
                }
            }
            default -> throw new SAXNotRecognizedException("Property '" + name + "' is not recognized.");
        }
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {
        parser.resolver = resolver;
    }

    @Override
    public EntityResolver getEntityResolver() {
        return parser.resolver;
    }

    @Override
    public void setDTDHandler(DTDHandler handler) {
        parser.dtdHandler = handler;
    }

    @Override
    public DTDHandler getDTDHandler() {
        return parser.dtdHandler;
    }

    @Override
    public void setContentHandler(ContentHandler handler) {
        parser.content = handler;
    }

    @Override
    public ContentHandler getContentHandler() {
        return parser.content;
    }

    @Override
    public void setErrorHandler(ErrorHandler handler) {
        parser.errors = handler;
    }

    @Override
    public ErrorHandler getErrorHandler() {
        return parser.errors;
    }

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        parser.parse(input);
    }

    @Override
    public void parse(String systemId) throws IOException, SAXException {
        parse(new InputSource(systemId));
    }
}
