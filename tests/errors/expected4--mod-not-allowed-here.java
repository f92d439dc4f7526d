class T {
    void m() {
        private int x = 1;
    }
}
