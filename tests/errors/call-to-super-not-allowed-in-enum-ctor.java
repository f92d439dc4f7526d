enum T {
    A;
    T() { super(); }
}
