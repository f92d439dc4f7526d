strictfp class T {
    strictfp void m() {
    }

    @SuppressWarnings("strictfp")
    strictfp void n() {
    }
}
