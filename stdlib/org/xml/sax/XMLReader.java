package org.xml.sax;

import java.io.IOException;

/** A parser that tells handlers what it reads. */
public interface XMLReader {
    Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException;

    void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException;

    void parse(String name) throws IOException, SAXException;

    void parse(InputSource inputSource) throws IOException, SAXException;

    void setEntityResolver(EntityResolver entityResolver);

    void setDTDHandler(DTDHandler dTDHandler);

    void setErrorHandler(ErrorHandler errorHandler);

    boolean getFeature(String name) throws SAXNotRecognizedException, SAXNotSupportedException;

    void setFeature(String name, boolean on) throws SAXNotRecognizedException, SAXNotSupportedException;

    EntityResolver getEntityResolver();

    DTDHandler getDTDHandler();

    void setContentHandler(ContentHandler contentHandler);

    ContentHandler getContentHandler();

    ErrorHandler getErrorHandler();
}
