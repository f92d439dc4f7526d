import java.util.*;

public class ScannerInput {
    public static void main(String[] args) throws Exception {
        Scanner s = new Scanner(System.in);
        int n = s.nextInt();
        long sum = 0;
        for (int i = 0; i < n; i++) sum += s.nextLong();
        p(sum);
        s.nextLine();
        p("[" + s.nextLine() + "]");
        p(s.nextDouble() + s.next());
        try {
            s.nextInt();
        }  catch (InputMismatchException e) {
            p(e.getMessage());
        }  while (s.hasNext()) p(s.hasNextInt() ? "int " + s.nextInt() : "str " + s.next());
        try {
            s.next();
        }  catch (NoSuchElementException e) {
            p("end");
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
