import java.util.function.BinaryOperator;

class T {
    BinaryOperator<Integer> f = (var a, final var b) -> a + b;
    BinaryOperator<Integer> g = (var a, b) -> a + b;
}
