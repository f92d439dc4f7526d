class T {
    int m(int a) {
        int b = switch (a) {
            case 1:
                yield 3;
            default:
                a++;
        };
        return b;
    }
}
