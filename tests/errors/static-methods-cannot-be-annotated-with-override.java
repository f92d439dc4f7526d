class Base {
    static void m() {
    }
}

class T extends Base {
    @Override
    static void m() {
    }
}
