class A {
    void a(String... s) {
    }

    void b(String[] s) {
    }

    void c(String... s) {
    }
}

class T extends A {
    void a(String[] s) {
    }

    void b(String... s) {
    }

    void c(String... s) {
    }
}
