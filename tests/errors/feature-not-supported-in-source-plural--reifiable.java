import java.util.ArrayList;
import java.util.List;

class T {
    boolean m(List<String> l) {
        return l instanceof ArrayList<String>;
    }
}
