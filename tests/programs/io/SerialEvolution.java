import java.io.*;
import java.util.*;

public class SerialEvolution {
    static class V1 implements Serializable {
        private static final long serialVersionUID = 1;
        int kept = 1;
        String dropped = "gone";
        long wide = 5;
    }

    static class V2 implements Serializable {
        private static final long serialVersionUID = 1;
        int kept = 2;
        String added = "new";
        long wide = 6;
    }

    static class Other implements Serializable {
        private static final long serialVersionUID = 2;
        int kept;
    }

    static class Clash implements Serializable {
        private static final long serialVersionUID = 1;
        long kept;
    }

    static class Renamer extends ObjectInputStream {
        final Class<?> to;

        Renamer(byte[] b, Class<?> to) throws IOException {
            super(new ByteArrayInputStream(b));
            this.to = to;
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass d = super.readClassDescriptor();
            return d;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
            return d.getName().endsWith("V1") ? to : super.resolveClass(d);
        }
    }

    static byte[] write(Object o) throws IOException {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(b)) {
            out.writeObject(o);
        }
        return b.toByteArray();
    }

    static byte[] patch(byte[] b, String from, String to) throws IOException {
        return new String(b, "ISO-8859-1").replace(from, to).getBytes("ISO-8859-1");
    }

    static class Graph implements Serializable {
        Object[] all;
        Graph self = this;
    }

    static class Validated implements Serializable, ObjectInputValidation {
        int v = 3;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.registerValidation(this, 1);
            in.defaultReadObject();
        }

        public void validateObject() throws InvalidObjectException {
            System.out.println("validate " + v);
            throw new InvalidObjectException("never good");
        }
    }

    interface Shape {
        int area(int k);
    }

    static class Handler implements java.lang.reflect.InvocationHandler, Serializable {
        int factor = 3;

        public Object invoke(Object p, java.lang.reflect.Method m, Object[] a) {
            return m.getName().equals("area") ? (Object) (factor * (Integer) a[0]) : "proxy";
        }
    }

    public static void main(String[] args) throws Exception {
        byte[] v1 = write(new V1());
        V2 v2 = (V2) new ObjectInputStream(new ByteArrayInputStream(patch(v1, "$V1", "$V2"))).readObject();
        System.out.println(v2.kept + " " + v2.added + " " + v2.wide);
        for (String n : new String[] {"$Vx", "$Clash", "$Other"}) {
            try {
                byte[] b = patch(v1, "SerialEvolution$V1", "SerialEvolution" + n);
                int at = 5;
                b[at + 2] += (byte) (n.length() - 3);
                new ObjectInputStream(new ByteArrayInputStream(b)).readObject();
            } catch (IOException | ClassNotFoundException e) {
                System.out.println(e);
            }
        }
        try {
            new Renamer(v1, Other.class).readObject();
        } catch (InvalidClassException e) {
            System.out.println(e.getMessage());
        }
        Graph g = new Graph();
        g.all = new Object[] {g, g, new Object[] {g}, "s", "s"};
        Graph h = (Graph) new ObjectInputStream(new ByteArrayInputStream(write(g))).readObject();
        System.out.println((h.self == h) + " " + (h.all[0] == h) + " " + (((Object[]) h.all[2])[0] == h) + " " + (h.all[3] == h.all[4]));
        try {
            new ObjectInputStream(new ByteArrayInputStream(write(new Validated()))).readObject();
        } catch (InvalidObjectException e) {
            System.out.println(e.getMessage());
        }
        Shape s = (Shape) java.lang.reflect.Proxy.newProxyInstance(SerialEvolution.class.getClassLoader(),
                new Class<?>[] {Shape.class}, new Handler());
        Shape t = (Shape) new ObjectInputStream(new ByteArrayInputStream(write(s))).readObject();
        System.out.println(t.area(7) + " " + t);
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(write(new ArrayList<>(List.of(1, "x")))));
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.util.*;!java.lang.Integer"));
        try {
            in.readObject();
        } catch (InvalidClassException e) {
            System.out.println(e.getMessage());
        }
        ObjectInputFilter f = ObjectInputFilter.Config.createFilter("maxdepth=3;maxarray=2;java.**;!*");
        System.out.println(f);
        in = new ObjectInputStream(new ByteArrayInputStream(write(new int[3])));
        in.setObjectInputFilter(f);
        try {
            in.readObject();
        } catch (InvalidClassException e) {
            System.out.println(e.getMessage());
        }
        for (String bad : new String[] {"maxdepth=x", "maxfoo=1", "a*b", "!"}) {
            try {
                System.out.println(ObjectInputFilter.Config.createFilter(bad));
            } catch (IllegalArgumentException e) {
                System.out.println(bad + ": " + e.getMessage());
            }
        }
        byte[] good = write(List.of(new V1(), "text", new int[] {1, 2}));
        int thrown = 0;
        int fine = 0;
        for (int i = 0; i < good.length; i++) {
            byte[] cut = Arrays.copyOf(good, i);
            try {
                new ObjectInputStream(new ByteArrayInputStream(cut)).readObject();
                fine++;
            } catch (IOException e) {
                thrown++;
            }
        }
        System.out.println(thrown + " cut streams, " + fine + " read");
        ObjectOutputStream sub = new ObjectOutputStream(new ByteArrayOutputStream()) {
            {
                enableReplaceObject(true);
            }

            @Override
            protected Object replaceObject(Object o) {
                System.out.println("replace " + (o instanceof V1 ? "V1" : o instanceof Object[] ? "array" : o));
                return o instanceof V1 ? "was V1" : o;
            }
        };
        sub.writeObject(new Object[] {new V1(), 5});
    }
}
