package java.io;

import java.security.Permission;
import java.security.PermissionCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

/** A right to files: a path, a folder's files (/*), all below a folder (/-), or all files. */
public final class FilePermission extends Permission implements Serializable {
    private static final long serialVersionUID = 7930732926638008763L;
    private static final String ALL_FILES = "<<ALL FILES>>";
    private static final String[] NAMES = {"read", "write", "execute", "delete", "readlink"};

    private transient int mask;
    private String actions;
    private transient boolean all;
    private transient boolean folder;
    private transient boolean below;
    private transient String path;

    public FilePermission(String path, String actions) {
        super(path);
        mask = parse(actions);
        this.actions = text(mask);
        read();
    }

    private static int parse(String actions) {
        int mask = 0;
        if (actions == null) {
            throw new IllegalArgumentException("invalid actions mask");
        }
        for (String word : actions.split(",", -1)) {
            String w = word.trim().toLowerCase(Locale.ENGLISH);
            int bit = 0;
            for (int i = 0; i < NAMES.length; i++) {
                bit |= NAMES[i].equals(w) ? 1 << i : 0;
            }
            if (bit == 0) {
                if (actions.isEmpty()) {
                    throw new IllegalArgumentException("invalid actions mask");
                }
                throw new IllegalArgumentException("invalid permission: " + actions);
            }
            mask |= bit;
        }
        return mask;
    }

    private static String text(int mask) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < NAMES.length; i++) {
            if ((mask & 1 << i) != 0) {
                sb.append(sb.length() > 0 ? "," : "").append(NAMES[i]);
            }
        }
        return sb.toString();
    }

    private void read() {
        String name = getName();
        all = name.equals(ALL_FILES);
        below = name.equals("-") || name.endsWith("/-");
        folder = name.equals("*") || name.endsWith("/*");
        String plain = below || folder ? name.substring(0, name.length() - 1) : name;
        path = normal(plain);
    }

    // Names are compared as they are; only . and .. and doubled slashes are taken away.
    private static String normal(String name) {
        ArrayList<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else {
                parts.add(part);
            }
        }
        return (name.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    private boolean impliesPath(FilePermission p) {
        if (all) {
            return true;
        }
        if (p.all) {
            return false;
        }
        String prefix = path.isEmpty() || path.equals("/") ? path : path + "/";
        boolean relative = !prefix.startsWith("/") && (prefix.isEmpty() ? !p.path.startsWith("/") : true);
        boolean inside = p.path.length() > prefix.length() && p.path.startsWith(prefix) && (relative || prefix.startsWith("/"));
        if (below) {
            return inside || (p.below || p.folder) && p.path.equals(path);
        }
        if (folder) {
            if (p.below) {
                return false;
            }
            return p.folder ? p.path.equals(path) : inside && p.path.indexOf('/', prefix.length()) < 0;
        }
        return !p.below && !p.folder && p.path.equals(path);
    }

    @Override
    public boolean implies(Permission p) {
        return p instanceof FilePermission && (mask & ((FilePermission) p).mask) == ((FilePermission) p).mask
                && impliesPath((FilePermission) p);
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof FilePermission)) {
            return false;
        }
        FilePermission p = (FilePermission) obj;
        return mask == p.mask && all == p.all && below == p.below && folder == p.folder && path.equals(p.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + (all ? 1 : 0) + (below ? 2 : 0) + (folder ? 4 : 0);
    }

    @Override
    public String getActions() {
        return actions;
    }

    @Override
    public PermissionCollection newPermissionCollection() {
        return new Several();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        mask = parse(actions);
        read();
    }

    private static final class Several extends PermissionCollection {
        private static final long serialVersionUID = 1L;
        private final ArrayList<FilePermission> several = new ArrayList<>();

        @Override
        public synchronized void add(Permission permission) {
            if (!(permission instanceof FilePermission)) {
                throw new IllegalArgumentException("invalid permission: " + permission);
            }
            if (isReadOnly()) {
                throw new SecurityException("attempt to add a Permission to a readonly PermissionCollection");
            }
            several.add((FilePermission) permission);
        }

        @Override
        public synchronized boolean implies(Permission permission) {
            if (!(permission instanceof FilePermission)) {
                return false;
            }
            FilePermission wanted = (FilePermission) permission;
            int missing = wanted.mask;
            for (FilePermission p : several) {
                if ((p.mask & missing) != 0 && p.impliesPath(wanted)) {
                    missing &= ~p.mask;
                }
            }
            return missing == 0;
        }

        @Override
        public synchronized Enumeration<Permission> elements() {
            return Collections.enumeration(new ArrayList<Permission>(several));
        }
    }
}
