import java.util.*;
class T {
    void m(List<String> a) { }
    void m(List<Integer> a) { }
}
