import java.util.*;

class T {
    String s = new ArrayList<>();

    void m() {
        Comparator<String> c = new ArrayList<>(3) {};
    }
}
