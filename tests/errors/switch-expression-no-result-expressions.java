class T {
    int m(int i) {
        return switch (i) { default -> throw new Error(); };
    }
}
