class T {
    void m(final int p, final String... q) {
        p = 3;
        p++;
        q = null;
        for (final int i : new int[3]) {
            i = 4;
        }
        try {
            m(1);
        } catch (final RuntimeException e) {
            e = null;
        }
    }
}
