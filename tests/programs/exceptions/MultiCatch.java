import java.io.*;

public class MultiCatch {
    static String f(int k) {
        try {
            switch (k) {
                case 0: throw new IllegalArgumentException("iae");
                case 1: throw new java.io.FileNotFoundException("fnf");
                case 2: Object o = "s";
                return "" + (Integer) o;
                case 3: return "" + new int[1][0].length;
                default: throw new Error("err");
            }
        }  catch (IllegalArgumentException | ClassCastException e) {
            return "A" + e.getClass().getSimpleName();
        }  catch (java.io.IOException e) {
            return "B" + e.getMessage();
        }  catch (Throwable t) {
            return "C" + t;
        }
    }

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 5; i++) p(f(i));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
