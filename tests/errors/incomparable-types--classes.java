class T {
    void m(int x, String s, Object o, boolean b) {
        Integer i = 1;
        boolean c = s == i;
    }
}
