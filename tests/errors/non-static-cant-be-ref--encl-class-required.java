class T {
    class I { }
    static Object m() {
        return new I();
    }
}
