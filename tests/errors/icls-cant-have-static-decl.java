// Only before release 16.
class T {
    class Inner {
        static int x;
        static final int ok = 1;

        static void m() {
        }

        static class Nested {
        }

        interface I {
        }

        static {
        }
    }
}
