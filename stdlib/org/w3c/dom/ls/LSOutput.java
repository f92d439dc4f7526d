package org.w3c.dom.ls;

import java.io.OutputStream;
import java.io.Writer;

/** Where a document is saved to. */
public interface LSOutput {
    String getEncoding();

    void setEncoding(String name);

    Writer getCharacterStream();

    void setCharacterStream(Writer writer);

    OutputStream getByteStream();

    void setByteStream(OutputStream outputStream);

    String getSystemId();

    void setSystemId(String name);
}
