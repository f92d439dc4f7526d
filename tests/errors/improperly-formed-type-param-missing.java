class T<X> {
    class Inner<Y> {
    }

    T<String>.Inner a;
}
