package q;

class T {
    void m(p.P p) {
        p.get().m();
        int a = p.get().f;
        p.all[0].m();
        Object o = p.get();
        p.get().toString();
    }
}
