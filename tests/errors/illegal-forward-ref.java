class T {
    int a = b;
    int b = 1;
}
