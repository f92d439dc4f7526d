package p;

public class P {
    static class Hidden {
        public int f;
        public static int s;

        public void m() {
        }
    }

    public Hidden get() {
        return new Hidden();
    }

    public Hidden[] all;
}
