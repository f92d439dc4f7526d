import java.util.*;

public class InterfaceFields {
    interface K { int A = 1; String S = "s" + A; int[] ARR = {1, 2, 3}; List<String> L = new ArrayList<>(); }
    interface M extends K { int B = A + 10; }
    static class Impl implements M { int sum() { return A + B + ARR.length; } }

    public static void main(String[] args) throws Exception {
        p(K.S + M.B + Impl.A + new Impl().sum());
        K.L.add("x"); Impl.L.add("y"); M.ARR[0] = 9;
        p(M.L + Arrays.toString(K.ARR));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
