enum T {
    A, 1;
}
