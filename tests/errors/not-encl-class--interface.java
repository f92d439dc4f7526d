interface T {
    default String m() {
        return T.super.toString();
    }
}
