import java.util.*;

public class CollectionsMethods {
    public static void main(String[] args) throws Exception {
        List<Integer> l = new ArrayList<>(Arrays.asList(5, 2, 8, 1, 9, 3));
        Collections.sort(l);
        p(l + " " + Collections.binarySearch(l, 8) + Collections.binarySearch(l, 4));
        Collections.reverse(l);
        p(l);
        Collections.swap(l, 0, 5);
        p(l);
        Collections.rotate(l, 2);
        p(l);
        Collections.rotate(l, -3);
        p(l);
        p(Collections.min(l) + "" + Collections.max(l) + Collections.max(l, Collections.reverseOrder()) + Collections.frequency(l, 8) + Collections.nCopies(3, "x") + Collections.disjoint(l, Arrays.asList(4, 6)));
        Collections.fill(l, 7);
        p(l);
        Collections.addAll(l, 1, 2);
        Collections.replaceAll(l, 7, 0);
        p(l + "" + Collections.indexOfSubList(l, Arrays.asList(1, 2)));
        p(Collections.singletonList(1) + "" + Collections.singleton(2) + Collections.singletonMap("k", "v") + Collections.emptyMap() + Collections.emptySet());
        Collections.shuffle(l, new Random(3));
        p(l);
        p(Collections.unmodifiableMap(new TreeMap<>(Collections.singletonMap(1, 2))));
        List<Integer> sy = Collections.synchronizedList(new ArrayList<>(l));
        p(sy.size());
        Set<String> fm = Collections.newSetFromMap(new LinkedHashMap<>());
        fm.add("q");
        fm.add("q");
        p(fm);
        p(Collections.list(Collections.enumeration(Arrays.asList(1, 2))));
        List<Number> ck = new ArrayList<>();
        Collections.copy(l, Arrays.asList(42, 43));
        p(l);
        p(Collections.lastIndexOfSubList(Arrays.asList(1, 2, 1, 2), Arrays.asList(1, 2)));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
