class T {
    String s = "a\qb";
}
