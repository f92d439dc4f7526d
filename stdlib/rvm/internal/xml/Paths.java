package rvm.internal.xml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathNodes;
import javax.xml.xpath.XPathVariableResolver;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Path expressions for programs. */
public final class Paths extends XPathFactory {
    private static final String SECURE = "http://javax.xml.XMLConstants/feature/secure-processing";
    private XPathVariableResolver variables;
    private XPathFunctionResolver functions;
    private boolean secure;

    @Override
    public boolean isObjectModelSupported(String model) {
        return model.equals(DEFAULT_OBJECT_MODEL_URI);
    }

    @Override
    public void setFeature(String name, boolean value) throws XPathFactoryConfigurationException {
        if (!name.equals(SECURE)) {
            throw new XPathFactoryConfigurationException("Cannot set the feature \"" + name + "\"");
        }
        secure = value;
    }

    @Override
    public boolean getFeature(String name) throws XPathFactoryConfigurationException {
        if (!name.equals(SECURE)) {
            throw new XPathFactoryConfigurationException("Unknown feature \"" + name + "\"");
        }
        return secure;
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        variables = java.util.Objects.requireNonNull(resolver);
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        functions = java.util.Objects.requireNonNull(resolver);
    }

    @Override
    public XPath newXPath() {
        return new Compiler(variables, functions);
    }

    /** The kind of value for a class that is asked for. */
    public static QName kind(Class<?> type) {
        if (type == XPathEvaluationResult.class) {
            return ANY;
        }
        QName q = XPathEvaluationResult.XPathResultType.getQNameType(type);
        if (q == null) {
            throw new IllegalArgumentException("The type " + type + " is not supported.");
        }
        return q;
    }

    private static final QName ANY = new QName("http://www.w3.org/1999/XSL/Transform", "any");

    /** A value as a class that was asked for. */
    public static Object as(Object value, Class<?> type) {
        if (type == XPathEvaluationResult.class) {
            return value;
        }
        if (value instanceof NodeList && type == XPathNodes.class) {
            return new Nodes((NodeList) value);
        }
        if (value instanceof Double && type == Integer.class) {
            return ((Double) value).intValue();
        }
        return value instanceof Double && type == Long.class ? (Object) ((Double) value).longValue() : value;
    }

    private record Found<T>(XPathEvaluationResult.XPathResultType type, T value) implements XPathEvaluationResult<T> {
    }

    private static final class Nodes implements XPathNodes {
        private final NodeList list;

        Nodes(NodeList list) {
            this.list = list;
        }

        @Override
        public Iterator<Node> iterator() {
            List<Node> all = new ArrayList<>();
            for (int i = 0; i < list.getLength(); i++) {
                all.add(list.item(i));
            }
            return all.iterator();
        }

        @Override
        public int size() {
            return list.getLength();
        }

        @Override
        public Node get(int index) {
            if (index < 0 || index >= size()) {
                throw new IndexOutOfBoundsException();
            }
            return list.item(index);
        }
    }

    /** A list of the nodes that were found. */
    private record Result(List<Node> nodes) implements NodeList {
        @Override
        public Node item(int index) {
            return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
        }

        @Override
        public int getLength() {
            return nodes.size();
        }
    }

    private static Object convert(Object value, QName kind) throws XPathExpressionException {
        if (kind == null) {
            throw new NullPointerException("returnType can not be null");
        }
        if (kind.equals(XPathConstants.STRING)) {
            return PathValues.string(value);
        }
        if (kind.equals(XPathConstants.NUMBER)) {
            return PathValues.number(value);
        }
        if (kind.equals(XPathConstants.BOOLEAN)) {
            return PathValues.bool(value);
        }
        boolean any = kind.equals(ANY);
        if (any && !(value instanceof List)) {
            return new Found<>(value instanceof String ? XPathEvaluationResult.XPathResultType.STRING
                    : value instanceof Double ? XPathEvaluationResult.XPathResultType.NUMBER : XPathEvaluationResult.XPathResultType.BOOLEAN, value);
        }
        if (!any && !kind.equals(XPathConstants.NODESET) && !kind.equals(XPathConstants.NODE)) {
            throw new IllegalArgumentException("returnType can not be : " + kind);
        }
        if (!(value instanceof List)) {
            String name = value instanceof String ? "#STRING" : value instanceof Double ? "#NUMBER" : "#BOOLEAN";
            throw new XPathExpressionException("com.sun.org.apache.xpath.internal.XPathException: Can not convert " + name + " to a NodeList!");
        }
        @SuppressWarnings("unchecked")
        List<Node> nodes = (List<Node>) value;
        if (any) {
            return new Found<>(XPathEvaluationResult.XPathResultType.NODESET, new Nodes(new Result(nodes)));
        }
        return kind.equals(XPathConstants.NODE) ? nodes.isEmpty() ? null : nodes.get(0) : new Result(nodes);
    }

    private static Node parse(InputSource source) throws XPathExpressionException {
        if (source == null) {
            throw new NullPointerException("source can not be null");
        }
        try {
            javax.xml.parsers.DocumentBuilderFactory f = new Builders.Documents();
            f.setNamespaceAware(true);
            return f.newDocumentBuilder().parse(source);
        } catch (java.io.IOException | org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new XPathExpressionException(e);
        }
    }

    private static final class Compiler implements XPath {
        private final XPathVariableResolver firstVariables;
        private final XPathFunctionResolver firstFunctions;
        private XPathVariableResolver variables;
        private XPathFunctionResolver functions;
        private NamespaceContext namespaces;

        Compiler(XPathVariableResolver variables, XPathFunctionResolver functions) {
            firstVariables = variables;
            firstFunctions = functions;
            reset();
        }

        @Override
        public void reset() {
            variables = firstVariables;
            functions = firstFunctions;
            namespaces = null;
        }

        @Override
        public void setXPathVariableResolver(XPathVariableResolver resolver) {
            variables = java.util.Objects.requireNonNull(resolver);
        }

        @Override
        public XPathVariableResolver getXPathVariableResolver() {
            return variables;
        }

        @Override
        public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
            functions = java.util.Objects.requireNonNull(resolver);
        }

        @Override
        public XPathFunctionResolver getXPathFunctionResolver() {
            return functions;
        }

        @Override
        public void setNamespaceContext(NamespaceContext context) {
            namespaces = java.util.Objects.requireNonNull(context);
        }

        @Override
        public NamespaceContext getNamespaceContext() {
            return namespaces;
        }

        @Override
        public XPathExpression compile(String expression) throws XPathExpressionException {
            java.util.Objects.requireNonNull(expression);
            return new Compiled(new PathParser(expression, namespaces, variables, functions).parse());
        }

        @Override
        public String evaluate(String expression, Object item) throws XPathExpressionException {
            return compile(expression).evaluate(item);
        }

        @Override
        public Object evaluate(String expression, Object item, QName kind) throws XPathExpressionException {
            return compile(expression).evaluate(item, kind);
        }

        @Override
        public String evaluate(String expression, InputSource source) throws XPathExpressionException {
            return compile(expression).evaluate(source);
        }

        @Override
        public Object evaluate(String expression, InputSource source, QName kind) throws XPathExpressionException {
            return compile(expression).evaluate(source, kind);
        }
    }

    private static final class Compiled implements XPathExpression {
        private final PathParser.Expr expr;

        Compiled(PathParser.Expr expr) {
            this.expr = expr;
        }

        @Override
        public Object evaluate(Object item, QName kind) throws XPathExpressionException {
            return convert(expr.value(new PathParser.Context((Node) item, 1, 1)), kind);
        }

        @Override
        public String evaluate(Object item) throws XPathExpressionException {
            return (String) evaluate(item, XPathConstants.STRING);
        }

        @Override
        public Object evaluate(InputSource source, QName kind) throws XPathExpressionException {
            return evaluate(parse(source), kind);
        }

        @Override
        public String evaluate(InputSource source) throws XPathExpressionException {
            return (String) evaluate(source, XPathConstants.STRING);
        }
    }
}
