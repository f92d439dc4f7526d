import java.util.*;

/** Keys that are of another enum, of none, or null, in maps and sets of enums. */
public class EnumKeys {
    enum A { X, Y { }, Z }

    enum B { X, Y, Z, W }

    static String tried(Runnable r) {
        try {
            r.run();
            return "done";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) {
        EnumMap<A, String> m = new EnumMap<>(A.class);
        m.put(A.Y, "y");
        m.put(A.Z, null);
        Map raw = m;
        System.out.println(m.get(B.Y) + " " + m.containsKey(B.Z) + " " + m.containsKey(A.Z) + " " + m.get("Y") + " "
                + m.get(null) + " " + m.remove(B.Y) + " " + m.remove("q") + " " + m.get(A.Y));
        System.out.println(tried(() -> raw.put(B.X, "b")));
        System.out.println(tried(() -> raw.put(B.W, "b")));
        System.out.println(tried(() -> raw.put(null, "b")));
        EnumSet<A> s = EnumSet.of(A.Y);
        Set rawSet = s;
        System.out.println(s.contains(B.Y) + " " + s.contains(A.Y) + " " + s.contains(null) + " " + s.remove(B.Y) + " " + s.remove("t")
                + " " + rawSet.contains(7));
        System.out.println(tried(() -> rawSet.add(B.X)));
        System.out.println(tried(() -> rawSet.add(B.W)));
        System.out.println(tried(() -> rawSet.add(null)));
        System.out.println(m + " " + s + " " + m.equals(Map.of(A.Y, "y")) + " " + EnumSet.complementOf(s) + " "
                + m.keySet().contains(B.Z) + " " + m.entrySet().contains(Map.entry(B.Y, "y")));
    }
}
