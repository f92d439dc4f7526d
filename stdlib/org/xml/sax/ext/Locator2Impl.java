package org.xml.sax.ext;

import org.xml.sax.Locator;
import org.xml.sax.helpers.LocatorImpl;

/** A place that can be set, with version and encoding. */
public class Locator2Impl extends LocatorImpl implements Locator2 {
    private String version;
    private String encoding;

    public Locator2Impl() {
    }

    public Locator2Impl(Locator locator) {
        super(locator);
        if (locator instanceof Locator2) {
            version = ((Locator2) locator).getXMLVersion();
            encoding = ((Locator2) locator).getEncoding();
        }
    }

    @Override
    public String getXMLVersion() {
        return version;
    }

    @Override
    public String getEncoding() {
        return encoding;
    }

    public void setXMLVersion(String version) {
        this.version = version;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }
}
