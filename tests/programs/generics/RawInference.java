import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results of generic methods that reach their target only by unchecked conversion (JLS 18.5.2.1). */
@SuppressWarnings({"unchecked", "rawtypes"})
public class RawInference {
    static <T> T make(Class<T> c) {
        try {
            return c.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T pick(Object[] all, Class<T> c) {
        for (Object o : all) {
            if (c.isInstance(o)) {
                return c.cast(o);
            }
        }
        return null;
    }

    static int sum(Map<String, List<Integer>> m) {
        return m.values().stream().mapToInt(List::size).sum();
    }

    public static void main(String[] args) {
        List<String> names = make(ArrayList.class);
        names.add("b");
        names.add("a");
        Map<String, List<Integer>> lists = make(HashMap.class);
        lists.put("x", List.of(1, 2, 3));
        System.out.println(names + " " + sum(lists) + " " + sum(make(HashMap.class)));
        Object[] all = {1, Comparator.naturalOrder(), String.class, names};
        Comparator<String> order = pick(all, Comparator.class);
        Collections.sort(names, order);
        List<Class<?>> classes = new ArrayList<>();
        classes.add(pick(all, Class.class));
        Class<? extends CharSequence> c = pick(all, Class.class);
        System.out.println(names + " " + classes + " " + c.getSimpleName());
        for (String s : (List<String>) pick(all, List.class)) {
            System.out.print(s);
        }
        System.out.println();
    }
}
