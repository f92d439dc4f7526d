public class ConstructorVirtualCall {
    static class Base {
        Base() { System.out.println("Base ctor " + describe()); }
        String describe() { return "base"; }
    }
    static class Derived extends Base {
        int x = 42; final int y = 7; String s = "set"; final String t = "const";
        Derived() { System.out.println("Derived ctor " + describe()); }
        String describe() { return x + "," + y + "," + s + "," + t; }
    }

    public static void main(String[] args) throws Exception {
        new Derived();
        new Base();
    }
}
