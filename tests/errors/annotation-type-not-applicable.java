class T {
    @Override
    int x;
}
