enum T {
    A;

    protected void finalize() {
    }
}
