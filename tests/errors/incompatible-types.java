class T {
    int x = "text";
}
