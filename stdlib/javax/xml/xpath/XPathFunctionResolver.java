package javax.xml.xpath;

import javax.xml.namespace.QName;

/** Finds functions of a program's own. */
public interface XPathFunctionResolver {
    XPathFunction resolveFunction(QName qName, int index);
}
