package p;

public class A {
    public static String provider() {
        return null;
    }
}
