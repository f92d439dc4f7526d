enum E { A }
class T {
    void m(E e) {
        switch (e) {
            case E.A:
        }
    }
}
