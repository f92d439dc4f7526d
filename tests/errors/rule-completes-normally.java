class T {
    int m(int a) {
        return switch (a) {
            case 1 -> {
                a++;
            }
            case 2 -> 3;
            default -> {
                if (a > 4) {
                    yield 3;
                }
            }
        };
    }
}
