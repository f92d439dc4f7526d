package p;

public class A implements S {}
