class T {
    int m(String s) {
        switch (s) {
            case "a", "b" -> System.out.println();
            default -> throw new RuntimeException();
        }
        return 1 + switch (s) {
            case "x", "y":
                yield 1;
            default:
                yield 2;
        };
    }
}
