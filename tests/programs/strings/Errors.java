import java.util.function.*;

public class Errors {
    static void t(Supplier<?> s) {
        try {
            p(s.get());
        }  catch (RuntimeException e) {
            p(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        String s = "hello";
        t(() -> s.charAt(5));
        t(() -> s.charAt(-1));
        t(() -> s.substring(6));
        t(() -> s.substring(-1));
        t(() -> s.substring(3, 2));
        t(() -> s.substring(2, 9));
        t(() -> s.substring(5));
        t(() -> "a".repeat(-1));
        t(() -> new StringBuilder("abc").charAt(3));
        t(() -> new StringBuilder("abc").deleteCharAt(3));
        t(() -> new StringBuilder("abc").insert(4, "x"));
        t(() -> new StringBuilder("abc").delete(2, 1));
        t(() -> new StringBuilder("abc").delete(1, 100));
        t(() -> new StringBuilder("abc").replace(4, 5, "x"));
        t(() -> new StringBuilder("abc").substring(2, 5));
        t(() -> { StringBuilder b = new StringBuilder("abc"); b.setLength(-1); return b; });
        t(() -> { StringBuilder b = new StringBuilder("abc"); b.setCharAt(7, 'x'); return b; });
        t(() -> s.codePointAt(9));
        t(() -> s.subSequence(0, 7));
        t(() -> new String(new char[3], 2, 5));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
