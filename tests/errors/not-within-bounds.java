class A<X extends Number> { }
class T {
    A<String> a;
}
