public class SwitchString {
    static int f(String s) {
        switch (s) {
            case "Aa": return 1;
            case "BB": return 2;
            case "AaBB": return 3;
            case "BBAa": return 4;
            case "": return 5;
            case "C" + "D": return 6;
            default: return -1;
        }
    }

    public static void main(String[] args) throws Exception {
        for (String s : new String[] {"Aa", "BB", "AaBB", "BBAa", "AaAa", "BBBB", "", "CD", "x"}) p(s + "=" + f(s));
        p(f(new StringBuilder("B").append('B').toString()));
        try { f(null); } catch (NullPointerException e) { p("npe"); }
        String t = "b";
        int n = 0;
        switch (t) {
            case "a": n++;
            case "b": n += 10;
            case "c": n += 100;
            break;
            case "d": n += 1000;
        }
        p(n);
        outer: for (String w : "go stop go".split(" ")) {
            switch (w) {
                case "stop": break outer;
                case "go": p("went");
                continue outer;
            }
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
