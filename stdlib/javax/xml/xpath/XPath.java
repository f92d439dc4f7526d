package javax.xml.xpath;

import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import org.xml.sax.InputSource;

/** Compiles and evaluates path expressions. */
public interface XPath {
    XPathExpression compile(String name) throws XPathExpressionException;

    void reset();

    String evaluate(String name, Object value) throws XPathExpressionException;

    Object evaluate(String name, Object value, QName qName) throws XPathExpressionException;

    String evaluate(String name, InputSource inputSource) throws XPathExpressionException;

    Object evaluate(String name, InputSource inputSource, QName qName) throws XPathExpressionException;

    default <T> T evaluateExpression(String name, Object value, Class<T> type) throws XPathExpressionException {
        return type.cast(rvm.internal.xml.Paths.as(evaluate(name, value, rvm.internal.xml.Paths.kind(type)), type));
    }

    default XPathEvaluationResult<?> evaluateExpression(String name, Object value) throws XPathExpressionException {
        return evaluateExpression(name, value, XPathEvaluationResult.class);
    }

    default <T> T evaluateExpression(String name, InputSource inputSource, Class<T> type) throws XPathExpressionException {
        return type.cast(rvm.internal.xml.Paths.as(evaluate(name, inputSource, rvm.internal.xml.Paths.kind(type)), type));
    }

    default XPathEvaluationResult<?> evaluateExpression(String name, InputSource inputSource) throws XPathExpressionException {
        return evaluateExpression(name, inputSource, XPathEvaluationResult.class);
    }

    void setXPathVariableResolver(XPathVariableResolver xPathVariableResolver);

    XPathVariableResolver getXPathVariableResolver();

    void setXPathFunctionResolver(XPathFunctionResolver xPathFunctionResolver);

    XPathFunctionResolver getXPathFunctionResolver();

    void setNamespaceContext(NamespaceContext namespaceContext);

    NamespaceContext getNamespaceContext();
}
