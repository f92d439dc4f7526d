class T {
    int = 3;
}
