class T {
    record r;
    java.util.List<permits> l;

    void m(sealed... s) {
        yield y;
        permits[] q;
        Object o = (sealed) null;
        boolean b = o instanceof record;
    }
}
