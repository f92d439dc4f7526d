class T {
    @Deprecated @Deprecated
    void m() { }
}
