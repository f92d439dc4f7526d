import java.util.function.*;
class T {
    void f(Function<String, Integer> g) { }
    void m() {
        f(s -> s);
    }
}
