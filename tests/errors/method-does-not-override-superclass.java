class T {
    @Override
    public int hashcode() { return 0; }
}
