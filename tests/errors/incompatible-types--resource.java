class T {
    void m() {
        try (String s = "") {
        }
    }
}
