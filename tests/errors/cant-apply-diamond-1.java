class T {
    Object o = new String<>();
}
