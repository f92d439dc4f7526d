class T {
    void m(int a) {
        if (a > 3);
        if (a > 4); else a++;
        for (;a < 3;);
        ;
    }
}
