class T {
    void m() {
        @interface A { }
    }
}
