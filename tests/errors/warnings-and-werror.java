class T {
    void m() {
        Thread.currentThread().stop();
    }
}
