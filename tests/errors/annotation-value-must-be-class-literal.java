@interface A {
    Class<?> value();
}

@A(T.C)
class T {
    static final Class<?> C = T.class;
}
