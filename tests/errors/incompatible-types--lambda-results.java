import java.util.function.*;

class T {
    Supplier<String> a = () -> 5;
    Function<String, Integer> b = s -> s;
    Runnable c = () -> "x".isEmpty() ? 1 : 2;
    Predicate<String> d = s -> { return s; };
    Supplier<Integer> e = () -> { };
    Runnable f = () -> { return 1; };
    Function<Integer, String> g = Integer::intValue;
}
