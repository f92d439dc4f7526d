@interface Point {
    int x();
    int y();
}

@Point
class T {
}
