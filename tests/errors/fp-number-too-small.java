class T {
    double d = 1e-999;
}
