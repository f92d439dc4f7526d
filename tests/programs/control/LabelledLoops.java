public class LabelledLoops {
    public static void main(String[] args) throws Exception {
        StringBuilder sb = new StringBuilder();
        outer: for (int i = 0; i < 6; i++) {
            for (int j = 0; ; j++) {
                if (j == i) continue outer;
                if (i + j == 8) break outer;
                if ((i ^ j) == 3) break;
                sb.append(i).append(j).append(' ');
            }
        }
        p(sb);
        int k = 0;
        a: do {
            k++;
            b: while (true) {
                k += 2;
                if (k % 3 == 0) continue a;
                if (k > 20) break b;
                if (k % 7 == 0) break a;
            }
        }  while (k < 30);
        p(k);
        blk: { if (k > 5) break blk; p("unreached"); } x: if (k > 0) { if (k < 1000) break x; p("no"); }
        int c = 0; for (;;) { if (++c > 5) break; if (c == 2) continue; sb.setLength(0); sb.append(c); } p(sb + " " + c);
        for (int i = 0, j = 10; i < j; i += 2, j--) p(i + "," + j); int w = 3; while (w-- > 0) p(w); do p("once"); while (false);
        p1: try { if (k > 0) break p1; } finally { p("fin"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
