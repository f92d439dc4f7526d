class T {
    int x = 0b;
}
