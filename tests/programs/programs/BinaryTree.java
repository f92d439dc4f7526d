public class BinaryTree {
    static class T {
        final int k;
        T l, r;
        T(int k) {
            this.k = k;
        }
        static T ins(T t, int k) {
            if (t == null) return new T(k);
            if (k < t.k) t.l = ins(t.l, k);
            else if (k > t.k) t.r = ins(t.r, k);
            return t;
        }
        static int h(T t) {
            return t == null ? 0 : 1 + Math.max(h(t.l), h(t.r));
        }
        static void walk(T t, StringBuilder sb) {
            if (t != null) {
                walk(t.l, sb);
                sb.append(t.k).append(' ');
                walk(t.r, sb);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        T t = null;
        int s = 7;
        for (int i = 0; i < 60; i++) {
            s = s * 37 % 101;
            t = T.ins(t, s);
        }
        StringBuilder sb = new StringBuilder();
        T.walk(t, sb);
        p(sb);
        p(T.h(t));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
