import java.util.List;

class Base {
    static void m(List<String> l) {
    }
}

class T extends Base {
    static void m(List<Integer> l) {
    }
}
