class T {
    Object m() {
        return String.this;
    }
}
