class T {
    public public int x;
}
