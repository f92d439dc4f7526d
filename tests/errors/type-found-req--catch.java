class T {
    <X extends Exception> void m() {
        try {
            m();
        } catch (X x) {
        }
    }
}
