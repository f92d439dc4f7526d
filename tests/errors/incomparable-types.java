class T {
    boolean m(String s, Integer i) {
        return s == i;
    }
}
