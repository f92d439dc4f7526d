class T {
    void m(int x) {
        switch (x) {
            case 1 -> x + 1;
            default -> x++;
        }
    }
}
