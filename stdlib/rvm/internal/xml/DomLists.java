package rvm.internal.xml;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.DOMException;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Lists of nodes. */
final class DomLists {
    private DomLists() {
    }

    /** The elements of a name below a node, in document order, as they are now. */
    static final class ByName implements NodeList {
        private final DomNode root;
        private final String uri;
        private final String name;
        private final boolean namespaces;
        private final ArrayList<Node> found = new ArrayList<>();
        private int change = -1;

        ByName(DomNode root, String uri, String name, boolean namespaces) {
            this.root = root;
            this.uri = uri != null && uri.isEmpty() ? null : uri;
            this.name = name;
            this.namespaces = namespaces;
        }

        private boolean fits(DomElement e) {
            if (!namespaces) {
                return name.equals("*") || name.equals(e.name);
            }
            return (name.equals("*") || name.equals(e.local)) && ("*".equals(uri) || java.util.Objects.equals(uri, e.uri));
        }

        private ArrayList<Node> now() {
            if (change != root.document().changes) {
                found.clear();
                DomNode n = root.first;
                while (n != null) {
                    if (n instanceof DomElement && fits((DomElement) n)) {
                        found.add(n);
                    }
                    DomNode after = n.first;
                    for (DomNode up = n; after == null && up != root; up = up.parent) {
                        after = up.next;
                    }
                    n = after;
                }
                change = root.document().changes;
            }
            return found;
        }

        @Override
        public Node item(int index) {
            ArrayList<Node> all = now();
            return index >= 0 && index < all.size() ? all.get(index) : null;
        }

        @Override
        public int getLength() {
            return now().size();
        }
    }

    /** Entities or notations of a document type, which cannot be changed. */
    static final class Fixed implements NamedNodeMap {
        final Map<String, Node> nodes = new TreeMap<>();

        private static DOMException refuse() {
            return new DOMException(DOMException.NO_MODIFICATION_ALLOWED_ERR,
                    "NO_MODIFICATION_ALLOWED_ERR: An attempt is made to modify an object where modifications are not allowed.");
        }

        @Override
        public Node getNamedItem(String name) {
            return nodes.get(name);
        }

        @Override
        public Node setNamedItem(Node node) {
            throw refuse();
        }

        @Override
        public Node removeNamedItem(String name) {
            throw refuse();
        }

        @Override
        public Node item(int index) {
            return index >= 0 && index < nodes.size() ? new ArrayList<>(nodes.values()).get(index) : null;
        }

        @Override
        public int getLength() {
            return nodes.size();
        }

        @Override
        public Node getNamedItemNS(String uri, String name) {
            return null;
        }

        @Override
        public Node setNamedItemNS(Node node) {
            throw refuse();
        }

        @Override
        public Node removeNamedItemNS(String uri, String name) {
            throw refuse();
        }
    }
}
