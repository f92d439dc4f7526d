class T {
    int x = 1 + * 2;
}
