package org.xml.sax.helpers;

import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import rvm.internal.xml.Factories;
import rvm.internal.xml.SaxReader;

/** Makes readers. */
@Deprecated
public final class XMLReaderFactory {
    private XMLReaderFactory() {
    }

    public static XMLReader createXMLReader() throws SAXException {
        String name = System.getProperty("org.xml.sax.driver");
        return name != null ? createXMLReader(name) : new SaxReader(true);
    }

    public static XMLReader createXMLReader(String className) throws SAXException {
        try {
            return (XMLReader) Factories.make(className, null);
        } catch (ClassNotFoundException e) {
            throw new SAXException("SAX2 driver class " + className + " not found", e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new SAXException("SAX2 driver class " + className + " cannot be made", e);
        }
    }
}
