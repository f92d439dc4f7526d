import java.util.Map;

class T<X> {
    static class Nested {
    }

    T<String>.Nested n;
}
