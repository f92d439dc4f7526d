class T {
    int a = a + 1;
}
