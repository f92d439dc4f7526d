@FunctionalInterface
interface T {
    void a();
    void b();
}
