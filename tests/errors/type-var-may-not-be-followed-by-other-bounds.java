class T<X, Y extends X & Runnable> {
    <A, B extends A & Comparable<B>> void m() {
    }
}
