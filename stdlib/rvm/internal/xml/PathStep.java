package rvm.internal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A step of a path: an axis, a test and predicates. */
final class PathStep {
    static final Set<String> AXES = Set.of("child", "descendant", "parent", "ancestor", "following-sibling", "preceding-sibling", "following",
            "preceding", "attribute", "self", "descendant-or-self", "ancestor-or-self", "namespace");
    private static final Set<String> BACKWARDS = Set.of("parent", "ancestor", "ancestor-or-self", "preceding", "preceding-sibling");

    String axis = "child";
    /** node, text, comment or processing-instruction; null for a test of names. */
    String kind;
    String local;
    String uri;
    boolean prefixed;
    List<PathParser.Expr> predicates = List.of();

    static Node root(Node n) {
        Node k = n;
        while (parent(k) != null) {
            k = parent(k);
        }
        return k;
    }

    static Node parent(Node n) {
        return n instanceof Attr ? ((Attr) n).getOwnerElement() : n.getParentNode();
    }

    /** The nodes of the step from each of some nodes, in the document's order. */
    List<Node> from(List<Node> contexts) throws XPathExpressionException {
        ArrayList<Node> all = new ArrayList<>();
        for (Node n : contexts) {
            List<Node> found = new ArrayList<>();
            walk(n, found);
            for (PathParser.Expr p : predicates) {
                found = filter(found, p);
            }
            all.addAll(found);
        }
        boolean ordered = contexts.size() <= 1 && !BACKWARDS.contains(axis) || axis.equals("self") || axis.equals("attribute");
        return ordered ? all : PathValues.sorted(all);
    }

    static List<Node> filter(List<Node> nodes, PathParser.Expr predicate) throws XPathExpressionException {
        ArrayList<Node> kept = new ArrayList<>();
        int size = nodes.size();
        for (int i = 0; i < size; i++) {
            Object v = predicate.value(new PathParser.Context(nodes.get(i), i + 1, size));
            if (v instanceof Double ? (Double) v == i + 1 : PathValues.bool(v)) {
                kept.add(nodes.get(i));
            }
        }
        return kept;
    }

    private void add(Node n, List<Node> out) {
        if (fits(n)) {
            out.add(n);
        }
    }

    private boolean fits(Node n) {
        short type = n.getNodeType();
        if (type == Node.DOCUMENT_TYPE_NODE) {
            return false;
        }
        if (kind != null) {
            return switch (kind) {
                case "node" -> true;
                case "text" -> type == Node.TEXT_NODE || type == Node.CDATA_SECTION_NODE;
                case "comment" -> type == Node.COMMENT_NODE;
                default -> type == Node.PROCESSING_INSTRUCTION_NODE && (local == null || local.equals(n.getNodeName()));
            };
        }
        if (type != (axis.equals("attribute") ? Node.ATTRIBUTE_NODE : Node.ELEMENT_NODE)) {
            return false;
        }
        if (local.equals("*") && !prefixed) {
            return true;
        }
        String u = n.getNamespaceURI() == null ? "" : n.getNamespaceURI();
        String name = n.getLocalName() == null ? n.getNodeName() : n.getLocalName();
        return (local.equals("*") || local.equals(name)) && u.equals(uri == null ? "" : uri);
    }

    private void below(Node n, List<Node> out) {
        for (Node c = n.getFirstChild(); c != null; c = c.getNextSibling()) {
            add(c, out);
            below(c, out);
        }
    }

    private void belowBackwards(Node n, List<Node> out) {
        for (Node c = n.getLastChild(); c != null; c = c.getPreviousSibling()) {
            belowBackwards(c, out);
            add(c, out);
        }
    }

    private void walk(Node n, List<Node> out) throws XPathExpressionException {
        boolean isAttr = n instanceof Attr;
        switch (axis) {
            case "child" -> {
                for (Node c = isAttr ? null : n.getFirstChild(); c != null; c = c.getNextSibling()) {
                    add(c, out);
                }
            }
            case "descendant", "descendant-or-self" -> {
                if (axis.equals("descendant-or-self")) {
                    add(n, out);
                }
                if (!isAttr) {
                    below(n, out);
                }
            }
            case "parent" -> {
                if (parent(n) != null) {
                    add(parent(n), out);
                }
            }
            case "ancestor", "ancestor-or-self" -> {
                for (Node p = axis.equals("ancestor") ? parent(n) : n; p != null; p = parent(p)) {
                    add(p, out);
                }
            }
            case "following-sibling" -> {
                for (Node c = isAttr ? null : n.getNextSibling(); c != null; c = c.getNextSibling()) {
                    add(c, out);
                }
            }
            case "preceding-sibling" -> {
                for (Node c = isAttr ? null : n.getPreviousSibling(); c != null; c = c.getPreviousSibling()) {
                    add(c, out);
                }
            }
            case "following" -> {
                if (isAttr) {
                    below(parent(n), out);
                }
                for (Node p = isAttr ? parent(n) : n; p != null; p = parent(p)) {
                    for (Node c = p.getNextSibling(); c != null; c = c.getNextSibling()) {
                        add(c, out);
                        below(c, out);
                    }
                }
            }
            case "preceding" -> {
                for (Node p = isAttr ? parent(n) : n; p != null; p = parent(p)) {
                    for (Node c = p.getPreviousSibling(); c != null; c = c.getPreviousSibling()) {
                        belowBackwards(c, out);
                        add(c, out);
                    }
                }
            }
            case "attribute" -> {
                NamedNodeMap atts = n.getAttributes();
                for (int i = 0; atts != null && i < atts.getLength(); i++) {
                    String name = atts.item(i).getNodeName();
                    if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
                        add(atts.item(i), out);
                    }
                }
            }
            case "self" -> add(n, out);
            default -> throw new XPathExpressionException("The namespace axis is not supported");
        }
    }
}
