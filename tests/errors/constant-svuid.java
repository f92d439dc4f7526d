class T implements java.io.Serializable {
    static class A extends Exception {
        static final long serialVersionUID = 1;
    }

    static class B extends Exception {
        long serialVersionUID = 1;
    }

    static class C extends Exception {
        static final int serialVersionUID = 1;
    }

    static class D extends Exception {
        static final long serialVersionUID = "x".length();
    }

    enum E {
        X
    }

    record R() implements java.io.Serializable {
    }

    Object o = new java.util.ArrayList<String>() {
    };

    @SuppressWarnings("serial")
    static class F extends RuntimeException {
    }
}
