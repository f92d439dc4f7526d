import java.util.*;
class T {
    List<Object> x = new ArrayList<String>();
}
