import java.util.*;
class T {
    List<String>[] a = new List<String>[3];
}
