class T {
    Missing x;
}
