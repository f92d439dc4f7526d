class T {
    void m(int a) {
        java.util.function.IntUnaryOperator f = a -> a + 1;
    }
}
