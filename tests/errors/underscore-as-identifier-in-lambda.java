import java.util.function.BiFunction;
import java.util.function.Function;

class T {
    int _ = 1;
    Function<String, String> f = _ -> "";
    BiFunction<String, String, String> g = (_, b) -> b;
    BiFunction<String, String, String> h = (String a, String _) -> a;
}
