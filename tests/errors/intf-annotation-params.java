@interface A<X> {
}

class T {
}
