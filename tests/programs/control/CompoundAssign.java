import java.util.*;

public class CompoundAssign {
    static int n; static int[] arr() { n++; return A; } static final int[] A = {1, 2, 3}; static int idx() { n += 10; return 1; }

    public static void main(String[] args) throws Exception {
        byte b = 10;
        b += 300;
        p(b);
        b *= 2.5;
        p(b);
        b >>= 1;
        b >>>= 1;
        p(b);
        b = -1;
        b >>>= 4;
        p(b);
        short s = 1;
        s -= 70000;
        p(s);
        char c = 'a';
        c += 1;
        c++;
        p(c);
        c *= 2;
        p((int) c);
        int i = 5;
        i += 3.99;
        p(i);
        i /= 0.3;
        p(i);
        i <<= 33;
        p(i);
        i ^= 0xff;
        p(i);
        long l = 1;
        l <<= 65;
        p(l);
        l += 1e19;
        p(l);
        float f = 1;
        f += 1e-9;
        p(f);
        double d = 7;
        d %= 2.5;
        p(d);
        arr()[idx()] += 5; p(A[1] + " " + n); A[n % 3] *= A[0] + (A[0] = 7); p(Arrays.toString(A));
        String t = "a";
        t += 1;
        t += 'c';
        t += null;
        t += 1.0f;
        t += new char[0].length;
        p(t);
        Object o = "x";
        o += "y";
        p(o);
        String[] ss = {null};
        ss[0] += "z";
        p(ss[0]);
        Integer bx = 127;
        bx++;
        bx += 1;
        p(bx);
        Character ch = 'a';
        ch++;
        p(ch);
        i = 5;
        i = i++ + ++i;
        p(i);
        i = i-- - --i;
        p(i);
        boolean z = true;
        z &= false;
        z |= true;
        z ^= true;
        p(z);
        int q = 1;
        q += q++ * 2 + q;
        p(q);
        int x = 2, y;
        x = y = x += 3;
        p(x + y);
        Long L = 5L; L *= 2; p(L); Double D = 1.0; D /= 3; p(D); Byte B = 1; B++; p(B); Short S = 1; S--; p(S);
        int[][] m = {{1}, {2}}; m[1][0] <<= 3; m[0][0]--; p(m[1][0] + m[0][0]--); p(m[0][0]);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
