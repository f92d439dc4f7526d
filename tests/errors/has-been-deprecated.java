class Old {
    @Deprecated
    int f;
    @Deprecated
    static final int C = 3;

    @Deprecated
    void m() {
        m();
    }

    @Deprecated
    Old(int a) {
    }

    Old() {
    }

    @Deprecated
    static class Nested {
    }
}

@Deprecated
class Older {
}

class T extends Old {
    Older o;
    Old.Nested n = new Old.Nested();

    void t(Old x) {
        x.f = Old.C;
        x.m();
        new Old(3);
    }

    @Override
    void m() {
        super.m();
    }

    @Deprecated
    void quiet(Older o) {
        new Old(4).m();
    }

    @SuppressWarnings("deprecation")
    void quieter(Older o) {
        new Old(4).m();
    }
}
