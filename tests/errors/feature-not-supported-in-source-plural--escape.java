class T {
    String b = "x\sy";
    char c = '\s';
}
