class T {
    void m(int a) {
#{12000:        a += a * 3 / (a + #);
}#    }

    int[] x = {#{20000:#, }#};
}
