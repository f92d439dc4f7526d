class T {
    int a = 0b102;
    int b = 0b1_3;
}
