record T(final int x) { }
