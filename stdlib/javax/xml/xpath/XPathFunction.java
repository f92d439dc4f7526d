package javax.xml.xpath;

import java.util.List;

/** A function of a program's own. */
public interface XPathFunction {
    Object evaluate(List<?> list) throws XPathFunctionException;
}
