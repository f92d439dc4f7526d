import java.util.function.*;

public class MathExact {
    static void t(Supplier<?> s) { try { p(s.get()); } catch (ArithmeticException e) { p(e.getMessage()); } }

    public static void main(String[] args) throws Exception {
        int M = Integer.MAX_VALUE;
        long L = Long.MAX_VALUE;
        t(() -> Math.addExact(M, 1));
        t(() -> Math.addExact(1, 2));
        t(() -> Math.subtractExact(-M, 2));
        t(() -> Math.multiplyExact(M, 2));
        t(() -> Math.incrementExact(M));
        t(() -> Math.negateExact(Integer.MIN_VALUE));
        t(() -> Math.toIntExact(L));
        t(() -> Math.addExact(L, 1L));
        t(() -> Math.multiplyExact(L, 2L));
        t(() -> Math.multiplyExact(3L, 2L));
        t(() -> Math.floorDiv(-7, 0));
        t(() -> Math.floorMod(-7L, 3));
        t(() -> Math.decrementExact(Long.MIN_VALUE));
        t(() -> Math.multiplyHigh(L, L));
        t(() -> Math.multiplyFull(M, M));
        t(() -> Math.abs(-5.5f));
        t(() -> Math.max(1L, 2));
        t(() -> Math.fma(2.0, 3.0, 1.0));
        t(() -> Math.scalb(1.5, 4));
        t(() -> Math.IEEEremainder(5, 3));
        t(() -> Math.toDegrees(Math.PI));
        t(() -> Math.round(1e18 + 0.5));
        t(() -> Math.round(-0.5f));
        t(() -> Math.floor(1e10 + 0.7));
        t(() -> Math.nextAfter(1.0, 2));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
