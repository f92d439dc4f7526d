public class ExitNegative {
    public static void main(String[] args) throws Exception {
        p("exit -1"); System.exit(-1);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
