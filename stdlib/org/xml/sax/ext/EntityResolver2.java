package org.xml.sax.ext;

import java.io.IOException;
import org.xml.sax.EntityResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Finds external entities by more than their identifiers. */
public interface EntityResolver2 extends EntityResolver {
    InputSource resolveEntity(String name, String value, String value2, String value3) throws SAXException, IOException;

    InputSource getExternalSubset(String name, String value) throws SAXException, IOException;
}
