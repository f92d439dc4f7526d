class T {
    void m(Integer i, Object o) {
        synchronized (i) {
        }
        synchronized (o) {
        }
    }
}
