package p;

public class A implements S {
    public A(int x) {}
}
