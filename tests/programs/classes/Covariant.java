public class Covariant {
    static class Animal implements Cloneable {
        Animal self() {
            return this;
        }
        Object make() {
            return "obj";
        }
        @Override public Animal clone() throws CloneNotSupportedException {
            return (Animal) super.clone();
        }
        int id = 3;
    }
    static class Dog extends Animal {
        @Override Dog self() {
            return this;
        }
        @Override String make() {
            return "dog";
        }
        void bark() {
            System.out.println("woof " + id);
        }
        @Override public Dog clone() throws CloneNotSupportedException {
            return (Dog) super.clone();
        }
    }
    static class NoClone { Object c() throws CloneNotSupportedException { return clone(); } }

    public static void main(String[] args) throws Exception {
        Dog d = new Dog(); d.id = 8;
        d.self().bark(); d.clone().bark();
        Animal a = d; p(a.make() + " " + a.self().getClass() + " " + (a.clone() == a) + " " + a.clone().id);
        try { new NoClone().c(); } catch (CloneNotSupportedException e) { p(e); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
