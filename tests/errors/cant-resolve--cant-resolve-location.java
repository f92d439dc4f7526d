class T {
    int m() {
        return missing;
    }
}
