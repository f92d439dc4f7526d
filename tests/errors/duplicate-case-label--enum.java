enum T {
    A;

    void m() {
        switch (this) {
            case A, A -> { }
        }
    }
}
