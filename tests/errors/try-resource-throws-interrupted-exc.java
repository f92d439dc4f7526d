class T implements AutoCloseable {
    public void close() throws Exception {
    }

    void m(T t) throws Exception {
        try (T a = new T()) {
            a.m(null);
        }
        try (t) {
        }
    }

    static class Quiet implements AutoCloseable {
        public void close() {
        }
    }
}
