public class Inheritance {
    static abstract class Shape {
        protected final String name;
        Shape(String name) { this.name = name; }
        abstract double area();
        public String toString() { return name + "[" + area() + "]"; }
    }
    static class Circle extends Shape {
        final double r;
        Circle(double r) { super("circle"); this.r = r; }
        double area() { return Math.PI * r * r; }
    }
    static class Rect extends Shape {
        final double w, h;
        Rect(double w, double h) { this("rect", w, h); }
        Rect(String n, double w, double h) { super(n); this.w = w; this.h = h; }
        double area() { return w * h; }
    }
    static class Square extends Rect {
        Square(double s) { super("square", s, s); }
        public String toString() { return "<" + super.toString() + ">"; }
    }

    public static void main(String[] args) throws Exception {
        Shape[] all = {new Circle(1.5), new Rect(2, 3), new Square(4)};
        for (Shape s : all) {
            p(s + " " + (s instanceof Rect) + " " + s.getClass().getSimpleName() + " " + s.getClass().getSuperclass().getName());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
