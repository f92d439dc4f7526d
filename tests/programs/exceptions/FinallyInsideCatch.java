public class FinallyInsideCatch {
    static int n;
    static int run(int a) {
        try {
            try {
                if (a > 0) return 5;
            } catch (RuntimeException t) {
                System.out.println("inner " + t);
            }
        } finally {
            try {
                Object o = "x";
                Integer i = (Integer) o;
            } finally {
                n++;
            }
        }
        return 0;
    }
    static int run2(int a) {
        for (int i = 0; i < 3; i++) {
        try {
            try {
                if (a > 0) return 5;
                if (a == 0) continue;
                if (a == -2) break;
            } catch (RuntimeException t) {
                System.out.println("inner " + t.getClass());
            }
        } finally {
            System.out.println("fin");
            try {
                Object o = "x";
                Integer k = (Integer) o;
            } catch (IllegalStateException e) {
                n++;
            } finally { System.out.println("fin2"); }
        }
        }
        return 0;
    }
    public static void main(String[] x) {
        for (int k = -2; k < 2; k++) {
        try { run(k); } catch (Exception e) { System.out.println("outer " + e.getClass()); }
        try { run2(k); } catch (Exception e) { System.out.println("outer " + e.getClass()); }
        }
    }
}
