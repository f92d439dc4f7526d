import java.io.StringReader;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributeListImpl;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/** A reader that changes the events of another one. */
public class Filters {
    public static void main(String[] args) throws Exception {
        XMLFilterImpl upper = new XMLFilterImpl(SAXParserFactory.newInstance().newSAXParser().getXMLReader()) {
            @Override
            public void startElement(String uri, String local, String name, Attributes atts) throws SAXException {
                super.startElement(uri, local, name.toUpperCase(), atts);
            }
        };
        upper.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes atts) {
                System.out.println("begin " + name + " " + atts.getLength() + " " + atts.getValue("x"));
            }

            @Override
            public void endElement(String uri, String local, String name) {
                System.out.println("end " + name);
            }
        });
        upper.parse(new InputSource(new StringReader("<a x='1'><b/>t</a>")));
        System.out.println(upper.getFeature("http://xml.org/sax/features/namespaces") + " " + (upper.getParent() != null));
        try {
            upper.parse(new InputSource(new StringReader("<a>")));
        } catch (SAXParseException e) {
            System.out.println(e.getMessage());
        }
        AttributeListImpl list = new AttributeListImpl();
        list.addAttribute("n", "CDATA", "v");
        System.out.println(list.getLength() + list.getValue("n") + list.getType(0) + list.getName(3));
    }
}
