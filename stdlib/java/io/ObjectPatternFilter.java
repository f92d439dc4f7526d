package java.io;

import java.util.ArrayList;
import java.util.List;

/** Limits and class patterns as text: {@code maxdepth=5;java.util.*;!*}. */
final class ObjectPatternFilter implements ObjectInputFilter {
    private final String text;
    private final List<String> classes = new ArrayList<>();
    private long maxArray = Long.MAX_VALUE;
    private long maxBytes = Long.MAX_VALUE;
    private long maxDepth = Long.MAX_VALUE;
    private long maxReferences = Long.MAX_VALUE;

    private ObjectPatternFilter(String text) {
        this.text = text;
    }

    static ObjectInputFilter parse(String text) {
        ObjectPatternFilter f = new ObjectPatternFilter(text);
        boolean any = false;
        for (String part : text.split(";")) {
            String p = part.trim();
            if (!p.isEmpty()) {
                any = true;
                f.add(p);
            }
        }
        return any ? f : null;
    }

    private void add(String p) {
        int eq = p.indexOf('=');
        if (eq >= 0) {
            limit(p.substring(0, eq), p.substring(eq + 1), p);
            return;
        }
        String name = p.startsWith("!") ? p.substring(1) : p;
        if (name.isEmpty()) {
            throw new IllegalArgumentException("class or package missing in: \"" + text + "\"");
        }
        if (name.equals(".*") || name.equals(".**")) {
            throw new IllegalArgumentException("package missing in: \"" + text + "\"");
        }
        if (name.indexOf('/') == 0) {
            throw new IllegalArgumentException("module name is missing in: \"" + text + "\"");
        }
        classes.add(p);
    }

    private void limit(String name, String value, String p) {
        long n = Long.parseLong(value);
        if (n < 0) {
            throw new IllegalArgumentException("negative limit: " + p);
        }
        switch (name) {
            case "maxdepth":
                maxDepth = n;
                break;
            case "maxarray":
                maxArray = n;
                break;
            case "maxrefs":
                maxReferences = n;
                break;
            case "maxbytes":
                maxBytes = n;
                break;
            default:
                throw new IllegalArgumentException("unknown limit: " + name);
        }
    }

    private static boolean matches(String pattern, Class<?> c) {
        String p = pattern;
        int slash = p.indexOf('/');
        if (slash >= 0) {
            if (!p.substring(0, slash).equals(c.getModule().getName())) {
                return false;
            }
            p = p.substring(slash + 1);
        }
        if (p.endsWith(".**")) {
            return c.getName().startsWith(p.substring(0, p.length() - 2));
        }
        if (p.endsWith(".*")) {
            return c.getPackageName().equals(p.substring(0, p.length() - 2));
        }
        if (p.endsWith("*")) {
            return c.getName().startsWith(p.substring(0, p.length() - 1));
        }
        return c.getName().equals(p);
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.references() < 0 || info.depth() < 0 || info.streamBytes() < 0 || info.references() > maxReferences
                || info.depth() > maxDepth || info.streamBytes() > maxBytes) {
            return Status.REJECTED;
        }
        Class<?> c = info.serialClass();
        if (c == null) {
            return Status.UNDECIDED;
        }
        if (c.isArray()) {
            if (info.arrayLength() >= 0 && info.arrayLength() > maxArray) {
                return Status.REJECTED;
            }
            while (c.isArray()) {
                c = c.getComponentType();
            }
        }
        if (c.isPrimitive()) {
            return Status.UNDECIDED;
        }
        for (String p : classes) {
            boolean not = p.startsWith("!");
            if (matches(not ? p.substring(1) : p, c)) {
                return not ? Status.REJECTED : Status.ALLOWED;
            }
        }
        return Status.UNDECIDED;
    }

    @Override
    public String toString() {
        return text;
    }
}
