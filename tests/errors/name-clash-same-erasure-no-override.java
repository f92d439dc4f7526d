import java.util.List;

class Base {
    void m(List<String> l) {
    }
}

class T extends Base {
    void m(List<Integer> l) {
    }
}
