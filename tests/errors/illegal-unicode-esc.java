class T {
    char c = '\u00g1';
    String s = "\u12";
}
