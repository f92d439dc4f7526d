class T {
    java.util.List<int> x;
}
