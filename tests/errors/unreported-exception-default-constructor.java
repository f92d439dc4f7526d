class Base {
    Base() throws Exception {
    }
}

class T extends Base {
}

class U {
    Object o = new Base() {
    };
}
