public class MixedTypes {
    public static void main(String[] args) throws Exception {
        p(1 + 2L);
        p(1 + 2f);
        p(1L + 2f);
        p(1f + 2d);
        p('a' + 1L);
        p((byte) 1 + (short) 2);
        p(7 / 2f);
        p(1 / 3 * 3.0);
        p(5 == 5.0f);
        p(16777217 == 16777216f);
        p(9007199254740993L == 9007199254740992.0);
        p((0.1f == 0.1) + "" + (0.5f == 0.5));
        p(10 % 3.5);
        p(-7 % 3L);
        p(1e308 * 10 - 1e308 * 10);
        p(3 - -3 + +3);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
