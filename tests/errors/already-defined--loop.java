class T {
    void m() {
        int i = 0;
        for (int i = 0; i < 3; i++) { }
    }
}
