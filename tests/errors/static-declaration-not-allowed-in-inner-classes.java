class T {
    class Inner {
        enum E { A }

        interface I {}

        static int x;
    }
}
