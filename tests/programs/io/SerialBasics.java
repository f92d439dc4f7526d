import java.io.*;
import java.util.*;

public class SerialBasics {
    static class Point implements Serializable {
        private static final long serialVersionUID = 7L;
        int x;
        long y;
        byte b = 3;
        short s = 4;
        char c = 'c';
        boolean z = true;
        float f = 1.5f;
        double d = -2.25;
        String name;
        transient int cached = 99;
        Point next;

        Point(int x, long y, String name) {
            this.x = x;
            this.y = y;
            this.name = name;
        }

        public String toString() {
            return "Point(" + x + "," + y + "," + b + s + c + z + f + d + "," + name + "," + cached + ")";
        }
    }

    static class Base {
        int base = 5;

        Base() {
            System.out.println("Base()");
            base = 50;
        }
    }

    static class Derived extends Base implements Serializable {
        int derived = 6;
        private int written;

        private void writeObject(ObjectOutputStream out) throws IOException {
            written = 77;
            out.defaultWriteObject();
            out.writeInt(base);
            out.writeUTF("héllo €");
            out.writeObject(new int[] {1, 2, 3});
            out.writeDouble(Math.PI);
            out.writeObject("tail");
            for (int i = 0; i < 400; i++) {
                out.writeInt(i);
            }
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            base = in.readInt() + 1;
            System.out.println(in.readUTF() + Arrays.toString((int[]) in.readObject()) + in.readDouble());
            System.out.println(in.readObject());
            // The rest is left unread.
        }

        public String toString() {
            return base + " " + derived + " " + written;
        }
    }

    enum Color {
        RED, GREEN {
            @Override
            String hint() {
                return "special";
            }
        };

        String hint() {
            return "plain";
        }
    }

    record Pair(String a, int b, Color c, double[] d) implements Serializable {
        Pair {
            if (b < 0) {
                throw new IllegalArgumentException("negative");
            }
            System.out.println("canonical " + a);
        }
    }

    static class Ext implements Externalizable {
        int v;
        String t;

        public Ext() {
            System.out.println("Ext()");
        }

        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeInt(v);
            out.writeObject(t);
            out.write(new byte[300]);
        }

        public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
            v = in.readInt();
            t = (String) in.readObject();
            System.out.println("available " + (in.available() > 0));
        }
    }

    static final class Single implements Serializable {
        static final Single ONE = new Single();

        private Object readResolve() {
            return ONE;
        }
    }

    static class Replaced implements Serializable {
        String v = "replaced";

        Object writeReplace() {
            return new Stand(v.length());
        }
    }

    static class Stand implements Serializable {
        int n;

        Stand(int n) {
            this.n = n;
        }
    }

    static class NotSer {
    }

    static class Holder implements Serializable {
        Object o = new NotSer();
    }

    static class Put implements Serializable {
        private static final ObjectStreamField[] serialPersistentFields = {
            new ObjectStreamField("alpha", int.class), new ObjectStreamField("beta", String.class),
            new ObjectStreamField("gamma", long.class)};
        transient int a = 11;
        transient String b = "bee";

        private void writeObject(ObjectOutputStream out) throws IOException {
            ObjectOutputStream.PutField f = out.putFields();
            f.put("alpha", a);
            f.put("beta", b);
            try {
                f.put("nothing", 1);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
            out.writeFields();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            ObjectInputStream.GetField f = in.readFields();
            a = f.get("alpha", -1);
            b = (String) f.get("beta", "none");
            System.out.println(f.get("gamma", 5L) + " " + f.defaulted("alpha") + " " + f.getObjectStreamClass().getName());
        }
    }

    static byte[] write(Object... os) throws IOException {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(b)) {
            for (Object o : os) {
                out.writeObject(o);
            }
        }
        return b.toByteArray();
    }

    static Object read(byte[] b) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(new ByteArrayInputStream(b)).readObject();
    }

    static void hex(byte[] b) {
        StringBuilder sb = new StringBuilder();
        for (byte x : b) {
            sb.append(String.format("%02x", x));
        }
        System.out.println(b.length + " " + sb);
    }

    static void round(Object o) throws Exception {
        byte[] b = write(o);
        hex(b);
        Object r = read(b);
        System.out.println(r instanceof Object[] ? Arrays.deepToString((Object[]) r) : r instanceof int[] ? Arrays.toString((int[]) r)
                : String.valueOf(r));
    }

    public static void main(String[] args) throws Exception {
        Point p = new Point(1, -2, "p");
        p.next = p;
        byte[] b = write(p, p);
        hex(b);
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(b));
        Point q = (Point) in.readObject();
        System.out.println(q + " " + (q.next == q) + " " + (in.readObject() == q));
        try {
            in.readObject();
        } catch (EOFException e) {
            System.out.println("EOF " + e.getMessage());
        }
        round(null);
        round("hello");
        round(new int[] {1, -1});
        round(new String[][] {{"a", "b"}, null, {"a"}});
        round(new Object[] {1, 2L, 'c', true, (byte) 1, (short) 2, 1.5f, 2.5});
        round(new Derived());
        round(Color.GREEN);
        System.out.println(read(write(Color.GREEN)) == Color.GREEN);
        Pair pair = (Pair) read(write(new Pair("x", 4, Color.RED, new double[] {1})));
        System.out.println(pair.a() + pair.b() + pair.c() + pair.d()[0]);
        Ext e = new Ext();
        e.v = 5;
        e.t = "ext";
        e = (Ext) read(write(e));
        System.out.println(e.v + e.t);
        System.out.println(read(write(Single.ONE)) == Single.ONE);
        System.out.println(((Stand) read(write(new Replaced()))).n);
        Put put = (Put) read(write(new Put()));
        System.out.println(put.a + put.b);
        System.out.println(read(write(String.class)) + " " + read(write(int.class)) + " " + read(write(int[][].class)));
        try {
            write(new Holder());
        } catch (NotSerializableException x) {
            System.out.println(x);
        }
        ByteArrayOutputStream bo = new ByteArrayOutputStream();
        ObjectOutputStream oo = new ObjectOutputStream(bo);
        oo.writeInt(42);
        oo.writeObject("after");
        oo.writeLong(1);
        oo.reset();
        oo.writeObject("after");
        try {
            oo.writeObject(new Holder());
        } catch (NotSerializableException x) {
            System.out.println("again " + x.getMessage());
        }
        oo.close();
        ObjectInputStream oi = new ObjectInputStream(new ByteArrayInputStream(bo.toByteArray()));
        try {
            oi.readObject();
        } catch (OptionalDataException x) {
            System.out.println(x.length + " " + x.eof);
        }
        System.out.println(oi.readInt());
        System.out.println(oi.readObject());
        System.out.println(oi.readLong());
        System.out.println(oi.readObject());
        try {
            oi.readObject();
        } catch (WriteAbortedException x) {
            System.out.println(x.getMessage());
        }
        try {
            new ObjectInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));
        } catch (StreamCorruptedException x) {
            System.out.println(x.getMessage());
        }
        byte[] bad = write("abc");
        bad[4] = 0x50;
        try {
            read(bad);
        } catch (StreamCorruptedException x) {
            System.out.println(x.getMessage());
        }
        System.out.println(ObjectStreamClass.lookup(Point.class));
        System.out.println(Arrays.toString(ObjectStreamClass.lookup(Point.class).getFields()));
        System.out.println(ObjectStreamClass.lookup(NotSer.class));
        System.out.println(ObjectStreamClass.lookupAny(NotSer.class));
        System.out.println(ObjectStreamClass.lookup(Derived.class).getSerialVersionUID());
        System.out.println(ObjectStreamClass.lookup(Color.class).getSerialVersionUID());
        System.out.println(ObjectStreamClass.lookup(Pair.class).getSerialVersionUID());
        System.out.println(ObjectStreamClass.lookup(int[].class).getSerialVersionUID());
        System.out.println(ObjectStreamClass.lookup(String[][].class).getSerialVersionUID());
        System.out.println(ObjectStreamClass.lookup(Runnable[].class).getSerialVersionUID());
    }
}
