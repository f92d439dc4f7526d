class T {
    void m() {
        finally { }
    }
}
