abstract class A { }
class T {
    A a = new A();
}
