import java.util.function.*;

class T {
    BinaryOperator<Integer> a = (int x, y) -> x;
    BinaryOperator<Integer> b = (var x, y) -> x;
    BinaryOperator<Integer> c = (var x, Integer y) -> x;
    BinaryOperator<Integer> d = (x, int y) -> x;
    Function<int[], Integer> e = (var x[]) -> 1;
}
