class T {
    int m(int i) {
        for (;;) {
            int x = switch (i) { case 1 -> 1; default -> { break; } };
        }
    }
}
