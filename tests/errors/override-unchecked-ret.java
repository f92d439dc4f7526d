import java.util.*;

class A<X> {
    List<X> a() {
        return null;
    }

    Set<String> b() {
        return null;
    }
}

interface I {
    List<Integer> c();
}

abstract class T extends A<String> implements I {
    List a() {
        return null;
    }

    HashSet b() {
        return null;
    }

    public ArrayList c() {
        return null;
    }
}
