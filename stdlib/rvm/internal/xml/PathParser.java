package rvm.internal.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFunction;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;
import org.w3c.dom.Node;

/** Turns path expressions into what computes them (XPath 1.0, 2 and 3). Values are strings, doubles, booleans and lists of nodes. */
final class PathParser {
    /** Where an expression is evaluated. */
    record Context(Node node, int position, int size) {
    }

    /** An expression. */
    interface Expr {
        Object value(Context c) throws XPathExpressionException;
    }

    private final String text;
    private int at;
    private final NamespaceContext namespaces;
    private final XPathVariableResolver variables;
    private final XPathFunctionResolver functions;

    PathParser(String text, NamespaceContext namespaces, XPathVariableResolver variables, XPathFunctionResolver functions) {
        this.text = text;
        this.namespaces = namespaces;
        this.variables = variables;
        this.functions = functions;
    }

    private XPathExpressionException wrong(String message) {
        return new XPathExpressionException("javax.xml.transform.TransformerException: " + message);
    }

    Expr parse() throws XPathExpressionException {
        if (text.isBlank()) {
            throw wrong("Empty expression!");
        }
        Expr e = or();
        spaces();
        if (at < text.length()) {
            throw wrong("Extra illegal tokens: " + extra());
        }
        return e;
    }

    private String extra() {
        StringBuilder sb = new StringBuilder();
        while (at < text.length()) {
            spaces();
            int from = at;
            String n = name();
            if (n == null && at < text.length()) {
                at++;
            }
            sb.append(sb.length() > 0 ? ", " : "").append('\'').append(text, from, Math.min(at, text.length())).append('\'');
            spaces();
        }
        return sb.toString();
    }

    private void spaces() {
        while (at < text.length() && XmlChars.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private boolean ahead(String s) {
        spaces();
        return text.startsWith(s, at);
    }

    private boolean take(String s) {
        if (!ahead(s)) {
            return false;
        }
        at += s.length();
        return true;
    }

    /** An operator that is a word. */
    private boolean word(String s) {
        spaces();
        if (text.startsWith(s, at) && (at + s.length() == text.length() || !XmlChars.isName(text.charAt(at + s.length())))) {
            at += s.length();
            return true;
        }
        return false;
    }

    private void need(String s) throws XPathExpressionException {
        if (!take(s)) {
            throw wrong("Expected " + s + ", but found: " + (at < text.length() ? String.valueOf(text.charAt(at)) : "null"));
        }
    }

    private String name() {
        spaces();
        int from = at;
        while (at < text.length() && text.charAt(at) != ':' && (at == from ? XmlChars.isNameStart(text.charAt(at)) : XmlChars.isName(text.charAt(at)))) {
            at++;
        }
        return at == from ? null : text.substring(from, at);
    }

    private Expr or() throws XPathExpressionException {
        Expr left = and();
        while (word("or")) {
            Expr a = left;
            Expr b = and();
            left = c -> PathValues.bool(a.value(c)) || PathValues.bool(b.value(c));
        }
        return left;
    }

    private Expr and() throws XPathExpressionException {
        Expr left = compare(false);
        while (word("and")) {
            Expr a = left;
            Expr b = compare(false);
            left = c -> PathValues.bool(a.value(c)) && PathValues.bool(b.value(c));
        }
        return left;
    }

    private static final String[] EQUAL = {"=", "!="};
    private static final String[] ORDER = {"<=", ">=", "<", ">"};

    private Expr compare(boolean order) throws XPathExpressionException {
        Expr left = order ? sum() : compare(true);
        while (true) {
            String found = null;
            for (String op : order ? ORDER : EQUAL) {
                if (found == null && take(op)) {
                    found = op;
                }
            }
            if (found == null) {
                return left;
            }
            String op = found;
            Expr a = left;
            Expr b = order ? sum() : compare(true);
            left = c -> PathValues.compare(op, a.value(c), b.value(c));
        }
    }

    private Expr sum() throws XPathExpressionException {
        Expr left = product();
        while (true) {
            Expr a = left;
            if (take("+")) {
                Expr b = product();
                left = c -> PathValues.number(a.value(c)) + PathValues.number(b.value(c));
            } else if (take("-")) {
                Expr b = product();
                left = c -> PathValues.number(a.value(c)) - PathValues.number(b.value(c));
            } else {
                return left;
            }
        }
    }

    private Expr product() throws XPathExpressionException {
        Expr left = minus();
        while (true) {
            Expr a = left;
            if (take("*")) {
                Expr b = minus();
                left = c -> PathValues.number(a.value(c)) * PathValues.number(b.value(c));
            } else if (word("div")) {
                Expr b = minus();
                left = c -> PathValues.number(a.value(c)) / PathValues.number(b.value(c));
            } else if (word("mod")) {
                Expr b = minus();
                left = c -> PathValues.number(a.value(c)) % PathValues.number(b.value(c));
            } else {
                return left;
            }
        }
    }

    private Expr minus() throws XPathExpressionException {
        if (take("-")) {
            if (ahead("-")) {
                throw wrong("A location path was expected, but the following token was encountered:  -");
            }
            Expr e = minus();
            return c -> -PathValues.number(e.value(c));
        }
        Expr left = path();
        while (take("|")) {
            Expr a = left;
            Expr b = path();
            left = c -> {
                ArrayList<Node> all = new ArrayList<>(nodes(a.value(c)));
                all.addAll(nodes(b.value(c)));
                return PathValues.sorted(all);
            };
        }
        return left;
    }

    @SuppressWarnings("unchecked")
    static List<Node> nodes(Object value) throws XPathExpressionException {
        if (value instanceof List) {
            return (List<Node>) value;
        }
        String name = value instanceof String ? "#STRING" : value instanceof Double ? "#NUMBER" : "#BOOLEAN";
        throw new XPathExpressionException("com.sun.org.apache.xpath.internal.XPathException: Can not convert " + name + " to a NodeList!");
    }

    private boolean primary() {
        spaces();
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '(' || c == '$' || c == '"' || c == '\'' || c >= '0' && c <= '9'
                || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            return true;
        }
        int saved = at;
        String n = name();
        if (n != null && at < text.length() && text.charAt(at) == ':' && !text.startsWith("::", at)) {
            at++;
            n = name() == null ? null : "x";
        }
        boolean call = n != null && ahead("(") && !n.equals("text") && !n.equals("node") && !n.equals("comment") && !n.equals("processing-instruction");
        at = saved;
        return call;
    }

    private Expr path() throws XPathExpressionException {
        Expr start;
        if (primary()) {
            start = primaryExpr();
            ArrayList<Expr> filters = predicates();
            if (!filters.isEmpty()) {
                Expr of = start;
                start = c -> {
                    List<Node> all = nodes(of.value(c));
                    for (Expr f : filters) {
                        all = PathStep.filter(all, f);
                    }
                    return all;
                };
            }
            if (!ahead("/")) {
                return start;
            }
        } else if (ahead("/")) {
            start = c -> List.of(c.node().getNodeType() == Node.DOCUMENT_NODE ? c.node() : PathStep.root(c.node()));
            if (!ahead("//")) {
                at++;
                spaces();
                boolean more = at < text.length()
                        && (XmlChars.isNameStart(text.charAt(at)) || "*@.".indexOf(text.charAt(at)) >= 0);
                if (!more) {
                    return start;
                }
                at--;
            }
        } else {
            start = c -> List.of(c.node());
            start = step(start, false, false);
        }
        while (ahead("/")) {
            boolean deep = take("//") || !take("/");
            start = step(start, deep, true);
        }
        return start;
    }

    private Expr step(Expr before, boolean deep, boolean begun) throws XPathExpressionException {
        spaces();
        PathStep s = new PathStep();
        if (take("..")) {
            s.axis = "parent";
            s.kind = "node";
        } else if (ahead(".") && !(at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
            at++;
            s.axis = "self";
            s.kind = "node";
        } else {
            if (take("@")) {
                s.axis = "attribute";
            } else {
                int saved = at;
                String axis = name();
                if (axis != null && take("::")) {
                    if (!PathStep.AXES.contains(axis)) {
                        throw wrong("Unknown axis: " + axis);
                    }
                    s.axis = axis;
                } else {
                    at = saved;
                }
            }
            test(s, begun);
            s.predicates = predicates();
        }
        if (deep && s.axis.equals("child") && s.predicates.isEmpty()) {
            s.axis = "descendant";
        } else if (deep) {
            PathStep all = new PathStep();
            all.axis = "descendant-or-self";
            all.kind = "node";
            Expr inner = before;
            return c -> s.from(all.from(nodes(inner.value(c))));
        }
        return c -> s.from(nodes(before.value(c)));
    }

    private void test(PathStep s, boolean begun) throws XPathExpressionException {
        if (take("*")) {
            s.local = "*";
            return;
        }
        String n = name();
        if (n == null) {
            throw wrong(at >= text.length() && s.axis.equals("attribute") ? "A node test that matches either NCName:* or QName was expected."
                    : at >= text.length() && begun ? "A location step was expected following the '/' or '//' token."
                    : at >= text.length() ? "A location path was expected, but the end of the XPath expression was found instead."
                    : "A location path was expected, but the following token was encountered:  " + text.charAt(at));
        }
        if (at < text.length() && text.charAt(at) == ':' && !text.startsWith("::", at)) {
            at++;
            s.uri = uri(n);
            s.local = take("*") ? "*" : name();
            s.prefixed = true;
            if (s.local == null) {
                throw wrong("A node test was expected.");
            }
            return;
        }
        if (take("(")) {
            s.kind = n;
            if (n.equals("processing-instruction") && !ahead(")")) {
                s.local = literal();
            }
            need(")");
            return;
        }
        s.local = n;
    }

    private String uri(String prefix) throws XPathExpressionException {
        String uri = namespaces == null ? null : namespaces.getNamespaceURI(prefix);
        if (uri == null || uri.isEmpty()) {
            throw wrong("Prefix must resolve to a namespace: " + prefix);
        }
        return uri;
    }

    private ArrayList<Expr> predicates() throws XPathExpressionException {
        ArrayList<Expr> all = new ArrayList<>();
        while (take("[")) {
            all.add(or());
            need("]");
        }
        return all;
    }

    private String literal() throws XPathExpressionException {
        spaces();
        int q = at < text.length() ? text.charAt(at) : -1;
        int end = q == '"' || q == '\'' ? text.indexOf(q, at + 1) : -1;
        if (end < 0) {
            throw wrong(q == '"' || q == '\'' ? "misquoted literal... expected " + (q == '"' ? "double" : "single") + " quote!" : "A literal was expected.");
        }
        String s = text.substring(at + 1, end);
        at = end + 1;
        return s;
    }

    private Expr primaryExpr() throws XPathExpressionException {
        spaces();
        char ch = text.charAt(at);
        if (take("(")) {
            Expr e = or();
            need(")");
            return e;
        }
        if (ch == '"' || ch == '\'') {
            String s = literal();
            return c -> s;
        }
        if (take("$")) {
            QName n = qName();
            return c -> {
                Object v = variables == null ? null : variables.resolveVariable(n);
                if (v == null) {
                    throw wrong("resolveVariable for variable " + n + " returning null");
                }
                return PathFunctions.value(v);
            };
        }
        if (Character.isDigit(ch) || ch == '.') {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            double d;
            try {
                String digits = text.substring(from, at);
                if (digits.chars().anyMatch(Character::isLetter)) {
                    throw new NumberFormatException(digits);
                }
                d = Double.parseDouble(digits);
            } catch (NumberFormatException e) {
                throw wrong(text.substring(from, at) + " could not be formatted to a number!");
            }
            return c -> d;
        }
        boolean prefixed = text.indexOf(':', at) >= 0 && text.indexOf(':', at) < text.indexOf('(', at);
        QName n = qName();
        need("(");
        ArrayList<Expr> args = new ArrayList<>();
        if (!take(")")) {
            do {
                args.add(or());
            } while (take(","));
            need(")");
        }
        if (prefixed) {
            XPathFunction f = functions == null ? null : functions.resolveFunction(n, args.size());
            if (f == null) {
                throw wrong("Could not find function: " + n.getLocalPart());
            }
            return c -> {
                ArrayList<Object> values = new ArrayList<>();
                for (Expr e : args) {
                    values.add(PathFunctions.outside(e.value(c)));
                }
                return PathFunctions.value(f.evaluate(values));
            };
        }
        Expr f = PathFunctions.call(n.getLocalPart(), args);
        if (f == null) {
            throw wrong("Could not find function: " + n.getLocalPart());
        }
        return f;
    }

    private QName qName() throws XPathExpressionException {
        String n = name();
        if (n == null) {
            throw wrong("A name was expected.");
        }
        if (at < text.length() && text.charAt(at) == ':' && !text.startsWith("::", at)) {
            at++;
            String local = name();
            if (local == null) {
                throw wrong("A name was expected.");
            }
            return new QName(uri(n), local, n);
        }
        return new QName(n);
    }
}
