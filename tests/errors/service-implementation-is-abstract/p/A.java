package p;

public abstract class A implements S {}
