public class Args {
    public static void main(String[] args) throws Exception {
        p(args.length); for (String a : args) p("[" + a + "]"); p(Integer.parseInt(args[2]) + 1);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
