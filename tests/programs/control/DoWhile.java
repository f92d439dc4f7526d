public class DoWhile {
    public static void main(String[] args) throws Exception {
        int i = 0; do { i += 3; if (i == 9) continue; p(i); } while (i < 15); do { p("x"); break; } while (true);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
