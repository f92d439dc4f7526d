package javax.xml.xpath;

import javax.xml.namespace.QName;
import org.w3c.dom.Node;

/** The value of an expression, and its kind. */
public interface XPathEvaluationResult<T> {
    XPathResultType type();

    T value();

    /** Kinds of values. */
    enum XPathResultType {
        ANY(new QName("http://www.w3.org/1999/XSL/Transform", "any"), Object.class),
        BOOLEAN(XPathConstants.BOOLEAN, Boolean.class),
        NUMBER(XPathConstants.NUMBER, Double.class),
        STRING(XPathConstants.STRING, String.class),
        NODESET(XPathConstants.NODESET, XPathNodes.class),
        NODE(XPathConstants.NODE, Node.class);

        private final QName qName;
        private final Class<?> type;

        XPathResultType(QName qName, Class<?> type) {
            this.qName = qName;
            this.type = type;
        }

        /** The kind whose name it is; null if there is none for a class. */
        public static QName getQNameType(Class<?> clsType) {
            for (XPathResultType t : values()) {
                if (t.type.equals(clsType) || t == NUMBER && (clsType == Integer.class || clsType == Long.class)) {
                    return t.qName;
                }
            }
            return null;
        }
    }
}
