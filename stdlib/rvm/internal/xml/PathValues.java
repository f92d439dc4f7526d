package rvm.internal.xml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Conversions and comparisons of the values of path expressions (XPath 1.0, 3.2 to 4.4). */
final class PathValues {
    private PathValues() {
    }

    static String string(Node n) {
        if (n.getNodeType() == Node.DOCUMENT_NODE) {
            StringBuilder sb = new StringBuilder();
            for (Node c = n.getFirstChild(); c != null; c = c.getNextSibling()) {
                if (c.getNodeType() == Node.ELEMENT_NODE) {
                    sb.append(string(c));
                }
            }
            return sb.toString();
        }
        if (n.getNodeType() != Node.ELEMENT_NODE) {
            return n.getNodeValue() == null ? n.getTextContent() : n.getNodeValue();
        }
        StringBuilder sb = new StringBuilder();
        text(n, sb);
        return sb.toString();
    }

    private static void text(Node n, StringBuilder sb) {
        for (Node c = n.getFirstChild(); c != null; c = c.getNextSibling()) {
            switch (c.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> sb.append(c.getNodeValue());
                case Node.ELEMENT_NODE, Node.ENTITY_REFERENCE_NODE -> text(c, sb);
                default -> {
                }
            }
        }
    }

    static String string(Object v) {
        if (v instanceof List) {
            return ((List<?>) v).isEmpty() ? "" : string((Node) ((List<?>) v).get(0));
        }
        return v instanceof Double ? number((double) (Double) v) : v.toString();
    }

    private static String number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
        }
        if (d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString((long) d);
        }
        return new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString();
    }

    static double number(Object v) {
        if (v instanceof Double) {
            return (Double) v;
        }
        if (v instanceof Boolean) {
            return (Boolean) v ? 1 : 0;
        }
        String s = string(v).strip();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static boolean bool(Object v) {
        return v instanceof Boolean ? (Boolean) v : v instanceof Double ? (Double) v != 0 && !Double.isNaN((Double) v)
                : v instanceof List ? !((List<?>) v).isEmpty() : !v.toString().isEmpty();
    }

    static boolean compare(String op, Object a, Object b) {
        if (a instanceof List && b instanceof Boolean || b instanceof List && a instanceof Boolean) {
            return atoms(op, bool(a), bool(b));
        }
        if (a instanceof List) {
            for (Object n : (List<?>) a) {
                Object s = b instanceof Double ? (Object) number(string((Node) n)) : string((Node) n);
                if (compare(op, s, b)) {
                    return true;
                }
            }
            return false;
        }
        if (b instanceof List) {
            for (Object n : (List<?>) b) {
                Object s = a instanceof Double ? (Object) number(string((Node) n)) : string((Node) n);
                if (atoms(op, a, s)) {
                    return true;
                }
            }
            return false;
        }
        return atoms(op, a, b);
    }

    private static boolean atoms(String op, Object a, Object b) {
        if (op.equals("=") || op.equals("!=")) {
            boolean same = a instanceof Boolean || b instanceof Boolean ? bool(a) == bool(b)
                    : a instanceof Double || b instanceof Double ? number(a) == number(b) : string(a).equals(string(b));
            return same == op.equals("=");
        }
        double x = number(a);
        double y = number(b);
        return switch (op) {
            case "<" -> x < y;
            case ">" -> x > y;
            case "<=" -> x <= y;
            default -> x >= y;
        };
    }

    private static List<Node> up(Node n) {
        ArrayList<Node> all = new ArrayList<>();
        for (Node k = n; k != null; k = k instanceof Attr ? ((Attr) k).getOwnerElement() : k.getParentNode()) {
            all.add(0, k);
        }
        return all;
    }

    private static int order(Node a, Node b) {
        if (a == b) {
            return 0;
        }
        List<Node> x = up(a);
        List<Node> y = up(b);
        int i = 0;
        while (i < x.size() && i < y.size() && x.get(i) == y.get(i)) {
            i++;
        }
        if (i == x.size() || i == y.size()) {
            return Integer.compare(x.size(), y.size());
        }
        Node p = x.get(i);
        Node q = y.get(i);
        boolean isP = p instanceof Attr;
        boolean isQ = q instanceof Attr;
        if (isP || isQ) {
            return isP && isQ ? p.getNodeName().compareTo(q.getNodeName()) : isP ? -1 : 1;
        }
        for (Node k = p; k != null; k = k.getNextSibling()) {
            if (k == q) {
                return -1;
            }
        }
        return 1;
    }

    private static void number(Node n, IdentityHashMap<Node, Integer> places) {
        places.put(n, places.size());
        NamedNodeMap atts = n.getAttributes();
        for (int i = 0; atts != null && i < atts.getLength(); i++) {
            places.put(atts.item(i), places.size());
        }
        for (Node c = n.getFirstChild(); c != null; c = c.getNextSibling()) {
            number(c, places);
        }
    }

    /** Nodes without doubles, in the document's order. */
    static List<Node> sorted(Collection<Node> nodes) {
        ArrayList<Node> all = new ArrayList<>(new LinkedHashSet<>(nodes));
        if (all.size() > 32) {
            // Numbers for all nodes of the document cost less than so many comparisons.
            IdentityHashMap<Node, Integer> places = new IdentityHashMap<>();
            number(PathStep.root(all.get(0)), places);
            if (places.keySet().containsAll(all)) {
                all.sort(Comparator.comparing(places::get));
                return all;
            }
        }
        if (all.size() > 1) {
            all.sort((Comparator<Node>) PathValues::order);
        }
        return all;
    }
}
