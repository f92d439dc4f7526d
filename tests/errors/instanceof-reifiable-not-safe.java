import java.util.*;
class T {
    boolean m(Object o) {
        return o instanceof List<String>;
    }
}
