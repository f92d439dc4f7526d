import java.util.Set;
import java.util.TreeSet;

class T {
    Set<String> a = new TreeSet<>();
    Set<> b = new TreeSet<>(a);
}
