class T {
    void m() {
        try { }
    }
}
