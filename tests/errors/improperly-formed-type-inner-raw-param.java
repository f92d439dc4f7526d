class T<X> {
    class Inner<Y> {
    }

    T.Inner<String> a;
}
