class T {
    static class S {}
    Object m() {
        return this.new S();
    }
}
