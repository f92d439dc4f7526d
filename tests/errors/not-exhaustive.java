class T {
    int m(int i) {
        return switch (i) { case 1 -> 2; };
    }
}
