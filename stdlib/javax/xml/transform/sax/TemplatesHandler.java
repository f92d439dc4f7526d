package javax.xml.transform.sax;

import javax.xml.transform.Templates;
import org.xml.sax.ContentHandler;

/** Makes templates of SAX events. */
public interface TemplatesHandler extends ContentHandler {
    String getSystemId();

    void setSystemId(String name);

    Templates getTemplates();
}
