package org.xml.sax;

import java.io.IOException;
import java.util.Locale;

/** A parser of SAX 1. */
@Deprecated
public interface Parser {
    void parse(String name) throws SAXException, IOException;

    void parse(InputSource inputSource) throws SAXException, IOException;

    void setLocale(Locale locale) throws SAXException;

    void setEntityResolver(EntityResolver entityResolver);

    void setDTDHandler(DTDHandler dTDHandler);

    void setDocumentHandler(DocumentHandler documentHandler);

    void setErrorHandler(ErrorHandler errorHandler);
}
