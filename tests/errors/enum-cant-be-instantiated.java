enum E { A }
class T {
    E e = new E();
}
