class T {
    void a() { }
    void m() {
        System.out.println("x" + a());
    }
}
