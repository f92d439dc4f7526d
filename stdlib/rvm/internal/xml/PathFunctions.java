package rvm.internal.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The functions of path expressions (XPath 1.0, 4). */
final class PathFunctions {
    private PathFunctions() {
    }

    /** A value that a program gave. */
    static Object value(Object v) {
        if (v instanceof Number) {
            return ((Number) v).doubleValue();
        }
        if (v instanceof NodeList) {
            ArrayList<Node> all = new ArrayList<>();
            for (int i = 0; i < ((NodeList) v).getLength(); i++) {
                all.add(((NodeList) v).item(i));
            }
            return all;
        }
        return v instanceof Node ? List.of((Node) v) : v instanceof Boolean || v instanceof List ? v : String.valueOf(v);
    }

    /** A value as a program takes it. */
    static Object outside(Object v) {
        if (!(v instanceof List)) {
            return v;
        }
        List<?> nodes = (List<?>) v;
        return new NodeList() {
            @Override
            public Node item(int index) {
                return index >= 0 && index < nodes.size() ? (Node) nodes.get(index) : null;
            }

            @Override
            public int getLength() {
                return nodes.size();
            }
        };
    }

    private static XPathExpressionException count(String name, String expected) {
        return new XPathExpressionException("javax.xml.transform.TransformerException: FuncName " + name + ": " + expected);
    }

    private static void arity(String name, List<PathParser.Expr> args, int least, int most) throws XPathExpressionException {
        if (args.size() < least || args.size() > most) {
            throw count(name, "wrong number of arguments: " + args.size());
        }
    }

    private static String text(List<PathParser.Expr> args, int i, PathParser.Context c) throws XPathExpressionException {
        return i < args.size() ? PathValues.string(args.get(i).value(c)) : PathValues.string(c.node());
    }

    private static double number(List<PathParser.Expr> args, int i, PathParser.Context c) throws XPathExpressionException {
        return PathValues.number(args.get(i).value(c));
    }

    private static Node node(List<PathParser.Expr> args, PathParser.Context c) throws XPathExpressionException {
        if (args.isEmpty()) {
            return c.node();
        }
        List<Node> all = PathParser.nodes(args.get(0).value(c));
        return all.isEmpty() ? null : all.get(0);
    }

    /** What computes a call; null if there is no such function. */
    static PathParser.Expr call(String name, List<PathParser.Expr> a) throws XPathExpressionException {
        switch (name) {
            case "last", "position", "true", "false" -> arity(name, a, 0, 0);
            case "count", "sum", "id", "boolean", "not", "floor", "ceiling", "round", "lang" -> arity(name, a, 1, 1);
            case "local-name", "namespace-uri", "name", "string", "number", "string-length", "normalize-space" -> arity(name, a, 0, 1);
            case "starts-with", "contains", "substring-before", "substring-after" -> arity(name, a, 2, 2);
            case "substring" -> arity(name, a, 2, 3);
            case "translate" -> arity(name, a, 3, 3);
            case "concat" -> arity(name, a, 2, Integer.MAX_VALUE);
            default -> {
                return null;
            }
        }
        return switch (name) {
            case "last" -> c -> (double) c.size();
            case "position" -> c -> (double) c.position();
            case "true" -> c -> true;
            case "false" -> c -> false;
            case "count" -> c -> (double) PathParser.nodes(a.get(0).value(c)).size();
            case "sum" -> c -> {
                double sum = 0;
                for (Node n : PathParser.nodes(a.get(0).value(c))) {
                    sum += PathValues.number(PathValues.string(n));
                }
                return sum;
            };
            case "id" -> c -> ids(a.get(0).value(c), c.node());
            case "boolean" -> c -> PathValues.bool(a.get(0).value(c));
            case "not" -> c -> !PathValues.bool(a.get(0).value(c));
            case "floor" -> c -> Math.floor(number(a, 0, c));
            case "ceiling" -> c -> Math.ceil(number(a, 0, c));
            case "round" -> c -> {
                double d = number(a, 0, c);
                return Double.isNaN(d) || Double.isInfinite(d) ? d : Math.floor(d + 0.5);
            };
            case "lang" -> c -> lang(text(a, 0, c), c.node());
            case "local-name" -> c -> {
                Node n = node(a, c);
                return n == null || !named(n) ? "" : n.getLocalName() == null ? n.getNodeName() : n.getLocalName();
            };
            case "name" -> c -> {
                Node n = node(a, c);
                return n == null || !named(n) ? "" : n.getNodeName();
            };
            case "namespace-uri" -> c -> {
                Node n = node(a, c);
                return n == null || n.getNamespaceURI() == null ? "" : n.getNamespaceURI();
            };
            case "string" -> c -> text(a, 0, c);
            case "number" -> c -> a.isEmpty() ? (Object) PathValues.number(PathValues.string(c.node())) : (Object) number(a, 0, c);
            case "string-length" -> c -> {
                String s = text(a, 0, c);
                return (double) s.codePointCount(0, s.length());
            };
            case "normalize-space" -> c -> String.join(" ", text(a, 0, c).trim().split("[ \t\r\n]+"));
            case "starts-with" -> c -> text(a, 0, c).startsWith(text(a, 1, c));
            case "contains" -> c -> text(a, 0, c).contains(text(a, 1, c));
            case "substring-before" -> c -> {
                String s = text(a, 0, c);
                int i = s.indexOf(text(a, 1, c));
                return i < 0 ? "" : s.substring(0, i);
            };
            case "substring-after" -> c -> {
                String s = text(a, 0, c);
                String part = text(a, 1, c);
                int i = s.indexOf(part);
                return i < 0 ? "" : s.substring(i + part.length());
            };
            case "substring" -> c -> substring(text(a, 0, c), number(a, 1, c), a.size() > 2 ? number(a, 2, c) : Double.POSITIVE_INFINITY);
            case "translate" -> c -> translate(text(a, 0, c), text(a, 1, c), text(a, 2, c));
            default -> c -> {
                StringBuilder sb = new StringBuilder();
                for (int i = 0; i < a.size(); i++) {
                    sb.append(text(a, i, c));
                }
                return sb.toString();
            };
        };
    }

    private static boolean named(Node n) {
        return n.getNodeType() == Node.ELEMENT_NODE || n.getNodeType() == Node.ATTRIBUTE_NODE || n.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE;
    }

    private static String substring(String s, double start, double length) {
        double from = Math.floor(start + 0.5);
        double to = from + Math.floor(length + 0.5);
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (i + 1 >= from && i + 1 < (Double.isInfinite(length) ? Double.POSITIVE_INFINITY : to)) {
                sb.append(s.charAt(i));
            }
        }
        return sb.toString();
    }

    private static String translate(String s, String from, String to) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            int k = from.indexOf(s.charAt(i));
            if (k < 0) {
                sb.append(s.charAt(i));
            } else if (k < to.length()) {
                sb.append(to.charAt(k));
            }
        }
        return sb.toString();
    }

    private static List<Node> ids(Object v, Node at) {
        ArrayList<String> wanted = new ArrayList<>();
        if (v instanceof List) {
            for (Object n : (List<?>) v) {
                wanted.addAll(List.of(PathValues.string((Node) n).trim().split("\\s+")));
            }
        } else {
            wanted.addAll(List.of(PathValues.string(v).trim().split("\\s+")));
        }
        Document d = at instanceof Document ? (Document) at : at.getOwnerDocument();
        ArrayList<Node> found = new ArrayList<>();
        for (String id : wanted) {
            Element e = d.getElementById(id);
            if (e != null) {
                found.add(e);
            }
        }
        return PathValues.sorted(found);
    }

    private static boolean lang(String wanted, Node at) {
        for (Node n = at; n != null; n = PathStep.parent(n)) {
            if (n instanceof Element && ((Element) n).hasAttribute("xml:lang")) {
                String l = ((Element) n).getAttribute("xml:lang").toLowerCase(java.util.Locale.ROOT);
                String w = wanted.toLowerCase(java.util.Locale.ROOT);
                return l.equals(w) || l.startsWith(w + "-");
            }
        }
        return false;
    }
}
