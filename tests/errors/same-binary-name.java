class T {
    class B$C {
    }

    static class B {
        class C {
        }
    }
}
