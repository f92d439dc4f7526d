record T(int a) {
    T(int b) {
        this.a = b;
    }
}

record U(int a) {
    U {
        return;
    }
}

record V(int a) {
    V {
        this.a = a;
    }
}

record W(int a) {
    W(int a) throws Exception {
        this.a = a;
    }
}

record X(int a) {
    <Q> X(int a) {
        this.a = a;
    }
}

record Y(int a) {
    Y(int a) {
        this();
    }

    Y() {
        this(3);
    }
}

public record Z(int a) {
    private Z {
    }
}
