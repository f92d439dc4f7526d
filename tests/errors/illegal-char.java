class T {
    int x = 3 # 4;
}
