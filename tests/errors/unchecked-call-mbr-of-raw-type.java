import java.util.*;

class A<X> {
    A(X x) {
    }

    A() {
    }

    void m(X x) {
    }

    void n(List<String> x) {
    }

    void o(int i, String s) {
    }

    static <Y> void p(Y y) {
    }
}

class T {
    void t(A a, List l, Comparable c) {
        a.m("x");
        a.n(null);
        a.o(1, "s");
        A.p("s");
        new A("x");
        new A();
        l.add(3);
        l.size();
        l.addAll(l);
        c.compareTo("x");
        Collections.sort(l);
        l.forEach(x -> { });
    }
}
