class T {
    int m(int a) {
        switch (a) {
            case 1:
                a++;
            case 2:
            case 3:
                a--;
                break;
            case 4:
                return 1;
            case 5:
                a += 2;
            default:
                a = 3;
        }
        switch (a) {
            case 1 -> a++;
            default -> a--;
        }
        return switch (a) {
            case 1:
                a++;
            case 2:
                yield 3;
            default:
                yield 4;
        };
    }
}
