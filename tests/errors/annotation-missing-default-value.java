@interface A {
    int x();
}
@A
class T { }
