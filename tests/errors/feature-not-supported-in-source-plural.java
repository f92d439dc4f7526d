interface I {
    private void m() {}

    private static void n() {}
}

class T implements AutoCloseable {
    int m(int x) {
        switch (x) {
            case 1, 2:
                x++;
                break;
            case 3:
        }
        return switch (x) {
            case 4 -> 1;
            default -> 2;
        };
    }

    void n() throws Exception {
        try (this.t) {
        }
    }

    final T t = null;

    public void close() {}
}
