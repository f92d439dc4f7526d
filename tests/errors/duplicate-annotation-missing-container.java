@interface A {
}

@A
@A
class T {
}
