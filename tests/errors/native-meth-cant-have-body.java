class T {
    native void m() { }
}
