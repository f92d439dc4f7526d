class T {
    void m(Object o) {
        switch (o) {
            case String s && s.length() > 1 -> { }
            case Integer i -> { }
            default -> { }
        }
    }
}
