class T {
    int a;
    /* never closed
    int b;
}
