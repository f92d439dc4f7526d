class T {
    void m() {
#{65536:        int a#;
}#    }
}
