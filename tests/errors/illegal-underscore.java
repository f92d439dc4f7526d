class T {
    int x = 1_;
}
