package p;

public class A {
    public class Inner implements S {}
}
