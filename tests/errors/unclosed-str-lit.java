class T {
    String s = "abc;
}
