class T {
    int _ = 3;
}
