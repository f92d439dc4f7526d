import java.util.*;

public class ExprEval {
    static String s; static int i;
    static double expr() {
        double v = term();
        while (i < s.length() && (s.charAt(i) == '+' || s.charAt(i) == '-')) v = s.charAt(i++) == '+' ? v + term() : v - term();
        return v;
    }
    static double term() {
        double v = factor();
        while (i < s.length() && (s.charAt(i) == '*' || s.charAt(i) == '/')) v = s.charAt(i++) == '*' ? v * factor() : v / factor();
        return v;
    }
    static double factor() {
        if (i >= s.length()) throw new IllegalStateException("end");
        char c = s.charAt(i);
        if (c == '-') {
            i++;
            return -factor();
        }
        if (c == '(') {
            i++;
            double v = expr();
            if (i >= s.length() || s.charAt(i++) != ')') throw new IllegalStateException("missing )");
            return v;
        }
        int j = i;
        while (i < s.length() && (Character.isDigit(s.charAt(i)) || s.charAt(i) == '.')) i++;
        if (i == j) throw new IllegalStateException("unexpected " + c + " at " + j);
        return Double.parseDouble(s.substring(j, i));
    }

    public static void main(String[] args) throws Exception {
        for (String e : "1+2*3 (1+2)*3 -4/(2-2) 2*(3 1..2 7-x 10/4-1*-3 ((((5)))) 0/0".split(" ")) {
            s = e;
            i = 0;
            try {
                p(e + " = " + expr());
            }  catch (IllegalStateException | NumberFormatException x) {
                p(e + " ! " + x.getMessage());
            }
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
