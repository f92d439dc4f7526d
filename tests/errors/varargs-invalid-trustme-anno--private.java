import java.util.List;

class T {
    @SafeVarargs
    private void m(List<String>... l) {}

    @SafeVarargs
    void n(List<String>... l) {}
}
