package rvm.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;

/** How classes are named and versioned in streams of objects. */
public final class SerialForms {
    /** Holders of nested classes, and the class whose members streams take them for. */
    private static final String[] HOLDERS = {"UnmodifiableViews", "SynchronizedViews", "CheckedViews", "SmallCollections",
        "Comparators"};
    private static final String[] PRIMITIVES = {"boolean", "byte", "char", "short", "int", "long", "float", "double", "void"};
    private static final Class<?>[] PRIMITIVE_TYPES = {boolean.class, byte.class, char.class, short.class, int.class,
        long.class, float.class, double.class, void.class};

    private SerialForms() {
    }

    /** The table by class name; loaded when the first library class is written or read. */
    private static final class Table {
        static final HashMap<String, String> ROWS = new HashMap<>();

        static {
            String prefix = "";
            for (String line : SerialTable.LINES.split("\n")) {
                if (line.startsWith("@")) {
                    prefix = line.substring(1) + ".";
                } else {
                    int space = line.indexOf(' ');
                    ROWS.put(prefix + line.substring(0, space), line.substring(space + 1));
                }
            }
        }
    }

    private static String row(Class<?> c) {
        return c.getClassLoader() != null || c.isArray() ? null : Table.ROWS.get(streamName(c));
    }

    /** The serial version of a library class, or null. */
    public static Long version(Class<?> c) {
        String row = row(c);
        if (row == null) {
            return null;
        }
        int space = row.indexOf(' ');
        return Long.parseUnsignedLong(space < 0 ? row : row.substring(0, space), 16);
    }

    /** The fields of a library class's form as name:descriptor, or null if they are those that the class declares. */
    public static String[] fields(Class<?> c) {
        String row = row(c);
        int space = row == null ? -1 : row.indexOf(' ');
        if (space < 0) {
            return null;
        }
        String list = row.substring(space + 1);
        return list.equals("-") ? new String[0] : list.split(" ");
    }

    /** The name of a class in streams. */
    public static String streamName(Class<?> c) {
        String name = c.getName();
        int dollar = name.indexOf('$');
        if (dollar > 0 && name.startsWith("java.util.")) {
            String holder = name.substring(10, dollar);
            for (int i = 0; i < HOLDERS.length; i++) {
                if (HOLDERS[i].equals(holder) && !name.endsWith("$NullComparator")
                        && !name.endsWith("$NaturalOrderComparator")) {
                    return "java.util.Collections" + name.substring(dollar);
                }
            }
        }
        return name;
    }

    /** The library's class for a name in streams that is not its own; else null. */
    public static Class<?> classOf(String name) {
        if (name.startsWith("java.util.Collections$")) {
            for (String holder : HOLDERS) {
                try {
                    return Class.forName("java.util." + holder + name.substring(21), false, null);
                } catch (ClassNotFoundException e) {
                    continue;
                }
            }
        }
        return null;
    }

    public static Class<?> primitive(String name) {
        for (int i = 0; i < PRIMITIVES.length; i++) {
            if (PRIMITIVES[i].equals(name)) {
                return PRIMITIVE_TYPES[i];
            }
        }
        return null;
    }

    /** Sets a field, final or not, of an object that is being read. */
    public static void set(Class<?> declaring, String name, Object target, Object value) {
        int n = Reflection.count(declaring, Reflection.FIELD);
        for (int i = 0; i < n; i++) {
            if (Reflection.name(declaring, Reflection.FIELD, i).equals(name)) {
                Reflection.setField(declaring, i, target, value);
                return;
            }
        }
        throw new InternalError("no field " + name + " in " + declaring);
    }

    /** The version of a class that declares none: from its name, interfaces and members. */
    public static long defaultVersion(Class<?> c) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            describe(c, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new InternalError(e);
        }
        byte[] digest = new rvm.internal.security.Sha1().digest(bytes.toByteArray());
        long version = 0;
        for (int i = 7; i >= 0; i--) {
            version = version << 8 | digest[i] & 0xff;
        }
        return version;
    }

    private static void describe(Class<?> c, DataOutputStream out) throws IOException {
        out.writeUTF(c.getName());
        int n = c.isArray() ? 0 : Reflection.count(c, Reflection.METHOD);
        int m = c.getModifiers() & (Modifier.PUBLIC | Modifier.FINAL | Modifier.INTERFACE | Modifier.ABSTRACT);
        boolean initializer = false;
        int plain = 0;
        for (int i = 0; i < n; i++) {
            String name = Reflection.name(c, Reflection.METHOD, i);
            if (name.equals("<clinit>")) {
                initializer = true;
            } else if (!name.equals("<init>")) {
                plain++;
            }
        }
        if ((m & Modifier.INTERFACE) != 0) {
            m = plain > 0 ? m | Modifier.ABSTRACT : m & ~Modifier.ABSTRACT;
        }
        out.writeInt(m);
        if (!c.isArray()) {
            String[] interfaces = Arrays.stream(c.getInterfaces()).map(Class::getName).toArray(String[]::new);
            Arrays.sort(interfaces);
            for (String i : interfaces) {
                out.writeUTF(i);
            }
            describeFields(c, out);
        }
        if (initializer) {
            out.writeUTF("<clinit>");
            out.writeInt(Modifier.STATIC);
            out.writeUTF("()V");
        }
        describeMethods(c, n, true, out);
        describeMethods(c, n, false, out);
    }

    private static void describeFields(Class<?> c, DataOutputStream out) throws IOException {
        int n = Reflection.count(c, Reflection.FIELD);
        String[][] rows = new String[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new String[] {Reflection.name(c, Reflection.FIELD, i), Integer.toString(i)};
        }
        Arrays.sort(rows, (a, b) -> a[0].compareTo(b[0]));
        for (String[] row : rows) {
            int i = Integer.parseInt(row[1]);
            int m = Reflection.flags(c, Reflection.FIELD, i) & (Modifier.PUBLIC | Modifier.PRIVATE | Modifier.PROTECTED
                    | Modifier.STATIC | Modifier.FINAL | Modifier.VOLATILE | Modifier.TRANSIENT);
            if ((m & Modifier.PRIVATE) == 0 || (m & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                out.writeUTF(row[0]);
                out.writeInt(m);
                out.writeUTF(Reflection.descriptor(c, Reflection.FIELD, i));
            }
        }
    }

    private static void describeMethods(Class<?> c, int n, boolean constructors, DataOutputStream out) throws IOException {
        String[][] rows = new String[n][];
        int used = 0;
        for (int i = 0; i < n; i++) {
            String name = Reflection.name(c, Reflection.METHOD, i);
            if (name.equals("<init>") == constructors && !name.equals("<clinit>")) {
                rows[used++] = new String[] {name, Reflection.descriptor(c, Reflection.METHOD, i), Integer.toString(i)};
            }
        }
        Arrays.sort(rows, 0, used, (a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        for (int k = 0; k < used; k++) {
            int m = Reflection.flags(c, Reflection.METHOD, Integer.parseInt(rows[k][2])) & (Modifier.PUBLIC
                    | Modifier.PRIVATE | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.SYNCHRONIZED
                    | Modifier.NATIVE | Modifier.ABSTRACT | Modifier.STRICT);
            if ((m & Modifier.PRIVATE) == 0) {
                out.writeUTF(rows[k][0]);
                out.writeInt(m);
                out.writeUTF(rows[k][1].replace('/', '.'));
            }
        }
    }
}
