class T {
    int x = 3.5;
    byte b = 300;
    float f = 1.0;
}
