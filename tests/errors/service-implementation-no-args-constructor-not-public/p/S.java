package p;

public interface S {}
