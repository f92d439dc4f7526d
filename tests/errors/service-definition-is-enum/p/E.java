package p;

public enum E {}
