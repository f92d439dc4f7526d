class T {
    boolean m(Integer i) {
        return i instanceof Integer n;
    }
}
