class T {
    void m() { }
    }
    return;
}
