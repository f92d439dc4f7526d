import java.util.*;

class T<X> {
    List<String> f = new ArrayList();

    @SuppressWarnings("unchecked")
    List<String> quiet = new ArrayList();

    List<String> m(List raw, Object o) {
        List<String> a = raw;
        a = raw;
        X x = (X) o;
        X[] y = (X[]) new Object[3];
        Map<String, Integer> z = (Map<String, Integer>) o;
        List<?> ok = (List<?>) o;
        List<String>[] arr = new List[3];
        java.util.function.Supplier<List<String>> s = () -> raw;
        List<String> c = o == null ? raw : a;
        if (o == null) {
            return raw;
        }
        return (List<String>) o;
    }
}
