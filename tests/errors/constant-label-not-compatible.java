class T {
    void m(long l) {
        switch (l) { case 1: }
    }
}
