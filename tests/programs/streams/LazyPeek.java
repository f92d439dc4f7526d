import java.util.stream.*;

public class LazyPeek {
    public static void main(String[] args) throws Exception {
        StringBuilder sb = new StringBuilder();
        Stream<Integer> s = Stream.of(1, 2, 3, 4).peek(x -> sb.append("p").append(x)).filter(x -> x % 2 == 0).peek(x -> sb.append("f").append(x));
        p("[" + sb + "]");
        p(s.findFirst().get() + " " + sb);
        sb.setLength(0);
        Stream.of(3, 1, 2).peek(x -> sb.append("a").append(x)).sorted().peek(x -> sb.append("b").append(x)).limit(2).forEach(x -> sb.append("c").append(x));
        p(sb);
        try {
            s.count();
        }  catch (IllegalStateException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
