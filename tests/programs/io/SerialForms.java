import java.io.*;
import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.regex.Pattern;

/** Library classes in streams: the bytes that OpenJDK writes. */
public class SerialForms {
    enum Day { MON, TUE, WED }

    static byte[] write(Object o) throws IOException {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(b)) {
            out.writeObject(o);
        }
        return b.toByteArray();
    }

    static void show(String name, Object o, boolean bytes) throws Exception {
        byte[] b = write(o);
        Object r = new ObjectInputStream(new ByteArrayInputStream(b)).readObject();
        StringBuilder sb = new StringBuilder();
        for (byte x : b) {
            sb.append(String.format("%02x", x));
        }
        System.out.println(name + " " + r + " " + (r.getClass() == o.getClass()) + " " + r.equals(o)
                + (bytes ? " " + b.length + " " + sb : ""));
    }

    static <T extends Collection<Object>> T fill(T c) {
        c.add("one");
        c.add("two");
        c.add("three");
        return c;
    }

    static <T extends Map<Object, Object>> T fillMap(T m) {
        m.put("a", 1);
        m.put("b", 2);
        m.put("c", 3L);
        return m;
    }

    public static void main(String[] args) throws Exception {
        show("ArrayList", fill(new ArrayList<>()), true);
        show("LinkedList", fill(new LinkedList<>()), true);
        show("ArrayDeque", fill(new ArrayDeque<>()), true);
        show("PriorityQueue", fill(new PriorityQueue<>()), true);
        show("Vector", fill(new Vector<>()), true);
        show("Stack", fill(new Stack<>()), true);
        show("HashSet", fill(new HashSet<>()), true);
        show("LinkedHashSet", fill(new LinkedHashSet<>()), true);
        show("TreeSet", fill(new TreeSet<>()), true);
        show("TreeSet reversed", fill(new TreeSet<Object>(Collections.reverseOrder())), true);
        show("COW", fill(new CopyOnWriteArrayList<>()), true);
        show("COWSet", fill(new CopyOnWriteArraySet<>()), true);
        show("CLQ", fill(new ConcurrentLinkedQueue<>()), true);
        show("HashMap", fillMap(new HashMap<>()), true);
        show("LinkedHashMap", fillMap(new LinkedHashMap<>()), true);
        show("TreeMap", fillMap(new TreeMap<>()), true);
        show("Hashtable", fillMap(new Hashtable<>()), false);
        show("CHM", fillMap(new ConcurrentHashMap<>()), true);
        show("CSLM", fillMap(new ConcurrentSkipListMap<>()), true);
        show("IdentityHashMap", new IdentityHashMap<>(), true);
        EnumMap<Day, String> em = new EnumMap<>(Day.class);
        em.put(Day.TUE, "t");
        show("EnumMap", em, true);
        show("EnumSet", EnumSet.of(Day.MON, Day.WED), true);
        BitSet bs = new BitSet();
        bs.set(3);
        bs.set(100);
        show("BitSet", bs, true);
        Properties p = new Properties();
        p.setProperty("k", "v");
        show("Properties", p, false);
        show("List.of", List.of(1, 2, 3), true);
        show("List.of1", List.of("x"), true);
        show("Set.of", Set.of("x"), true);
        show("Map.of", Map.of("k", "v"), true);
        show("Arrays.asList", Arrays.asList("p", "q"), true);
        show("emptyList", Collections.emptyList(), true);
        show("emptyMap", Collections.emptyMap(), true);
        show("singleton", Collections.singleton("s"), true);
        show("singletonList", Collections.singletonList("s"), true);
        show("unmodifiableList", Collections.unmodifiableList(new ArrayList<>(List.of(1))), false);
        show("unmodifiableMap", Collections.unmodifiableMap(new HashMap<>(Map.of(1, 2))), true);
        show("synchronizedMap", Collections.synchronizedMap(new TreeMap<>(Map.of(1, 2))), true);
        show("nCopies", Collections.nCopies(3, "n"), true);
        show("BigInteger", new BigInteger("-123456789012345678901234567890"), true);
        show("BigInteger0", BigInteger.ZERO, true);
        show("BigDecimal", new BigDecimal("-12345.6789"), true);
        show("MathContext", MathContext.DECIMAL64, false);
        show("Date", new Date(1234567890123L), true);
        show("UUID", new UUID(1, 2), true);
        show("Locale", Locale.US, true);
        show("Integer", 5, true);
        show("Boolean", true, true);
        show("Character", 'c', true);
        show("Entry", new AbstractMap.SimpleEntry<>("k", "v"), true);
        show("File", new File("/tmp/x"), true);
        Random r = new Random(42);
        r.nextInt();
        Random s = (Random) new ObjectInputStream(new ByteArrayInputStream(write(r))).readObject();
        System.out.println(r.nextInt() + " " + s.nextInt());
        Pattern pt = (Pattern) new ObjectInputStream(new ByteArrayInputStream(write(Pattern.compile("a+b", 2)))).readObject();
        System.out.println(pt.matcher("AAB").matches() + " " + pt.pattern());
        StringBuilder sb = (StringBuilder) new ObjectInputStream(new ByteArrayInputStream(write(new StringBuilder("héy€")))).readObject();
        System.out.println(sb.append("!"));
        StringBuffer sf = (StringBuffer) new ObjectInputStream(new ByteArrayInputStream(write(new StringBuffer("buf")))).readObject();
        System.out.println(sf.append("!"));
        AtomicInteger ai = (AtomicInteger) new ObjectInputStream(new ByteArrayInputStream(write(new AtomicInteger(9)))).readObject();
        System.out.println(ai.incrementAndGet());
        Exception ex = new IllegalStateException("outer", new IOException("inner"));
        ex.addSuppressed(new RuntimeException("sup"));
        Exception back = (Exception) new ObjectInputStream(new ByteArrayInputStream(write(ex))).readObject();
        System.out.println(back + " " + back.getCause() + " " + Arrays.toString(back.getSuppressed()) + " "
                + back.getStackTrace()[0].equals(ex.getStackTrace()[0]) + " " + back.getStackTrace()[0]);
        Class<?>[] classes = {ArrayList.class, HashMap.class, Exception.class, RuntimeException.class, IOException.class,
            Number.class, Integer.class, Throwable.class, StackTraceElement.class, AtomicLong.class, Enum.class, Random.class,
            IllegalArgumentException.class, Object[].class, long[].class, Locale.class, Date.class};
        for (Class<?> c : classes) {
            System.out.println(ObjectStreamClass.lookup(c));
        }
    }
}
