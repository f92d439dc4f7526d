package org.xml.sax.ext;

import org.xml.sax.Locator;

/** A locator that also knows version and encoding. */
public interface Locator2 extends Locator {
    String getEncoding();

    String getXMLVersion();
}
