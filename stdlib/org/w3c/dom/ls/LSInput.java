package org.w3c.dom.ls;

import java.io.InputStream;
import java.io.Reader;

/** Where a document is loaded from. */
public interface LSInput {
    String getEncoding();

    void setEncoding(String name);

    String getBaseURI();

    Reader getCharacterStream();

    void setCharacterStream(Reader reader);

    InputStream getByteStream();

    void setByteStream(InputStream inputStream);

    String getStringData();

    void setStringData(String name);

    String getSystemId();

    void setSystemId(String name);

    String getPublicId();

    void setPublicId(String name);

    void setBaseURI(String name);

    boolean getCertifiedText();

    void setCertifiedText(boolean on);
}
