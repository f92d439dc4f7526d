import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lambdas and sequential streams. */
public class Streams {
    static final class Item {
        final String group;
        final int amount;

        Item(String group, int amount) {
            this.group = group;
            this.amount = amount;
        }

        String group() {
            return group;
        }

        int amount() {
            return amount;
        }
    }

    static int fold(int[] values, int start, IntBinaryOperator operator) {
        int result = start;
        for (int value : values) {
            result = operator.applyAsInt(result, value);
        }
        return result;
    }

    static Function<Integer, Integer> compose(int depth) {
        Function<Integer, Integer> f = x -> x;
        for (int i = 0; i < depth; i++) {
            int add = i;
            f = f.andThen(x -> x + add);
        }
        return f;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 30; round++) {
            int base = round;
            List<Item> items = IntStream.range(0, 4000)
                    .mapToObj(i -> new Item("g" + (i * 7 + base) % 13, i % 101))
                    .collect(Collectors.toList());
            Map<String, Integer> totals = items.stream()
                    .filter(item -> item.amount() % 3 != 0)
                    .collect(Collectors.groupingBy(Item::group, Collectors.summingInt(Item::amount)));
            for (Map.Entry<String, Integer> entry : totals.entrySet()) {
                sum += entry.getKey().hashCode() * (long) entry.getValue();
            }
            sum += items.stream().map(Item::amount).sorted((a, b) -> b - a).limit(100).reduce(0, Integer::sum);
            sum += IntStream.rangeClosed(1, 20_000).filter(i -> i % 7 == 0).mapToLong(i -> (long) i * i).sum();
            int[] values = items.stream().mapToInt(Item::amount).toArray();
            sum += fold(values, 1, (a, b) -> a * 31 + b);
            sum += fold(values, 0, Math::max);
            Function<Integer, Integer> chain = compose(30);
            List<Integer> mapped = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                mapped.add(chain.apply(i));
            }
            sum += mapped.stream().mapToInt(Integer::intValue).max().orElse(0);
        }
        System.out.println(sum);
    }
}
