package p;

class A implements S {}
