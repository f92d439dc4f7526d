import java.util.*;

public class CharArithmetic {
    public static void main(String[] args) throws Exception {
        char c = 'a';
        p(c + 1);
        p((char) (c + 1));
        c++;
        p(c);
        p('a' + 'b' + "c" + 'd' + 1);
        p("" + (char) 0x41 + '\u0042' + '\t' + '\\' + '\'' + '\101');
        for (char x = 'a'; x <= 'e'; x += 2) p(x);
        int[] count = new int[26];
        for (char x : "hello world".toCharArray()) if (x >= 'a' && x <= 'z') count[x - 'a']++;
        p(Arrays.toString(count));
        char m = Character.MAX_VALUE;
        m++;
        p((int) m);
        p((int) Character.MIN_VALUE + Character.MAX_VALUE);
        p(-'a');
        p(~'a');
        p('a' < 'b');
        p((char) 97 == 'a');
        char[] cs = {'x', 'y'};
        System.out.println(cs);
        System.out.println("" + cs.length + String.valueOf(cs));
        p('0' + 5);
        p((char) ('0' + 5));
        p("abc".charAt(1) - 'a');
        p((byte) 'é' + " " + (short) '\uffff');
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
