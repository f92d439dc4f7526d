package javax.xml.xpath;

import javax.xml.namespace.QName;
import org.xml.sax.InputSource;

/** A compiled path expression. */
public interface XPathExpression {
    String evaluate(InputSource inputSource) throws XPathExpressionException;

    Object evaluate(InputSource inputSource, QName qName) throws XPathExpressionException;

    String evaluate(Object value) throws XPathExpressionException;

    Object evaluate(Object value, QName qName) throws XPathExpressionException;

    default <T> T evaluateExpression(InputSource inputSource, Class<T> type) throws XPathExpressionException {
        return type.cast(rvm.internal.xml.Paths.as(evaluate(inputSource, rvm.internal.xml.Paths.kind(type)), type));
    }

    default XPathEvaluationResult<?> evaluateExpression(InputSource inputSource) throws XPathExpressionException {
        return evaluateExpression(inputSource, XPathEvaluationResult.class);
    }

    default XPathEvaluationResult<?> evaluateExpression(Object value) throws XPathExpressionException {
        return evaluateExpression(value, XPathEvaluationResult.class);
    }

    default <T> T evaluateExpression(Object value, Class<T> type) throws XPathExpressionException {
        return type.cast(rvm.internal.xml.Paths.as(evaluate(value, rvm.internal.xml.Paths.kind(type)), type));
    }
}
