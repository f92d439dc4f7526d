class O {
    class I {}
}
class T {
    Object m() {
        return new O.I();
    }
}
