class T {
    String s = "ÿþ";
    int x = 3;
}
