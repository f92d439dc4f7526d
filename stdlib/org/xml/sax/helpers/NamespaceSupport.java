package org.xml.sax.helpers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EmptyStackException;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Bindings of prefixes, a level for each element that is open. */
public class NamespaceSupport {
    public static final String XMLNS = "http://www.w3.org/XML/1998/namespace";
    public static final String NSDECL = "http://www.w3.org/xmlns/2000/";

    private final ArrayList<Map<String, String>> levels = new ArrayList<>();
    private boolean declarationsToo;

    public NamespaceSupport() {
        reset();
    }

    public void reset() {
        levels.clear();
        declarationsToo = false;
        pushContext();
        levels.get(0).put("xml", XMLNS);
    }

    public void pushContext() {
        levels.add(new LinkedHashMap<>());
    }

    public void popContext() {
        if (levels.size() <= 1) {
            throw new EmptyStackException();
        }
        levels.remove(levels.size() - 1);
    }

    public boolean declarePrefix(String prefix, String uri) {
        if (prefix.equals("xml") || prefix.equals("xmlns")) {
            return false;
        }
        levels.get(levels.size() - 1).put(prefix, uri);
        return true;
    }

    public String[] processName(String qName, String[] parts, boolean isAttribute) {
        int colon = qName.indexOf(':');
        String uri = "";
        String local = qName;
        if (colon >= 0) {
            uri = getURI(qName.substring(0, colon));
            if (uri == null) {
                return null;
            }
            local = qName.substring(colon + 1);
        } else if (isAttribute) {
            uri = declarationsToo && qName.equals("xmlns") ? NSDECL : "";
        } else if (getURI("") != null) {
            uri = getURI("");
        }
        parts[0] = uri;
        parts[1] = local;
        parts[2] = qName;
        return parts;
    }

    public String getURI(String prefix) {
        if (declarationsToo && prefix.equals("xmlns")) {
            return NSDECL;
        }
        for (int i = levels.size(); --i >= 0; ) {
            String uri = levels.get(i).get(prefix);
            if (uri != null) {
                return uri.isEmpty() ? null : uri;
            }
        }
        return null;
    }

    private Set<String> prefixes() {
        Set<String> all = new LinkedHashSet<>();
        for (Map<String, String> level : levels) {
            all.addAll(level.keySet());
        }
        all.removeIf(p -> p.isEmpty() || getURI(p) == null);
        return all;
    }

    public Enumeration<String> getPrefixes() {
        return Collections.enumeration(prefixes());
    }

    public String getPrefix(String uri) {
        for (String p : prefixes()) {
            if (uri.equals(getURI(p))) {
                return p;
            }
        }
        return null;
    }

    public Enumeration<String> getPrefixes(String uri) {
        Set<String> all = prefixes();
        all.removeIf(p -> !uri.equals(getURI(p)));
        return Collections.enumeration(all);
    }

    public Enumeration<String> getDeclaredPrefixes() {
        return Collections.enumeration(levels.get(levels.size() - 1).keySet());
    }

    public void setNamespaceDeclUris(boolean value) {
        declarationsToo = value;
    }

    public boolean isNamespaceDeclUris() {
        return declarationsToo;
    }
}
