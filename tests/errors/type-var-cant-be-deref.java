class T<X> {
    Object a = X.class;
    X.Inner b;
    int c = X.field;

    <Y extends T<?>> void m() {
        Object o = Y.class;
    }
}
