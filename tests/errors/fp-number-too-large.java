class T {
    double d = 1e999;
    float f = 1e39f;
}
