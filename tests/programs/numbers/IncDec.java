public class IncDec {
    static int f = 5; static int[] a = {1, 2}; static Integer box = 9; long l = 1;

    public static void main(String[] args) throws Exception {
        p(f++ + ++f);
        p(a[0]++ + --a[1]);
        p(box-- - --box);
        IncDec o = new IncDec();
        o.l++;
        p(o.l-- + o.l);
        double d = 1.5;
        d++;
        p(d--);
        p(d);
        float g = 1e8f;
        g++;
        p(g);
        char c = 'z';
        p(c++);
        p(c);
        byte b = 127;
        b++;
        p(b);
        short s = -32768;
        p(--s);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
