class T {
    boolean m(Object o) {
        return o instanceof String s && s.isEmpty() || o instanceof Integer i && i > 0;
    }
}
