class Base {
    static class Nested {
    }
}

class T extends Base.Nested {
    T(Base b) {
        b.super();
    }
}
