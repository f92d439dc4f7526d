class T {
    void x() throws Exception {}
    Runnable r = this::x;
}
