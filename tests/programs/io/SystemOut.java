import java.io.*;

public class SystemOut {
    public static void main(String[] args) throws Exception {
        System.out.print("a");
        System.out.print(1);
        System.out.print('c');
        System.out.print(2L);
        System.out.print(1.5);
        System.out.print(1.5f);
        System.out.print(true);
        System.out.print((String) null);
        System.out.println();
        System.out.println(new char[] {'x', 'y'});
        System.out.println((Object) null);
        System.out.append("app").append('!').append("xyz", 1, 2).println();
        System.out.write('W');
        System.out.write('\n');
        System.out.printf("%s %d%n", "f", 3).format("%x%n", 255);
        System.out.println("é中\ud83d\ude00");
        System.out.flush();
        PrintStream old = System.out;
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        System.setOut(new PrintStream(b));
        System.out.print("captured");
        System.setOut(old);
        p(b.toString());
        System.err.print("");
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
