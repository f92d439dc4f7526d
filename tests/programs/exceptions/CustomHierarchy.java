public class CustomHierarchy {
    static class Base extends Exception {
        final int code;
        Base(String m, int c) {
            super(m);
            code = c;
        }
        @Override public String getMessage() {
            return super.getMessage() + "#" + code;
        }
    }
    static class Sub extends Base {
        Sub() {
            super("sub", 2);
        }
        @Override public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            throw new Sub();
        }  catch (Base b) {
            p(b + " " + b.code + b.getStackTrace().length);
        }
        try {
            throw new Base("b", 1);
        }  catch (Sub s) {
            p("no");
        }  catch (Base b) {
            p(b);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
