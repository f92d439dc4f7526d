public class InterfaceDefaults {
    interface Walk { default String move() { return "walk"; } }
    interface Swim {
        default String move() {
            return "swim";
        }
        static String help() {
            return "help" + secret();
        }
        private static String secret() {
            return "!";
        }
    }
    interface Fast extends Walk { @Override default String move() { return "fast " + Walk.super.move(); } }
    static class Duck implements Walk, Swim { public String move() { return Walk.super.move() + "+" + Swim.super.move(); } }
    static class Horse implements Fast, Walk {}
    static class Parent { public String move() { return "parent"; } }
    static class Child extends Parent implements Swim {}
    interface Counter { int next(); private int twice() { return next() + next(); } default int sum() { return twice() * 10; } }

    public static void main(String[] args) throws Exception {
        p(new Duck().move()); p(new Horse().move()); p(new Child().move()); p(Swim.help());
        int[] n = {0};
        Counter c = () -> ++n[0];
        p(c.sum() + " " + c.next());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
