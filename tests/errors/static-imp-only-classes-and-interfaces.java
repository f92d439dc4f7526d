import static java.util.*;
import static java.lang.missing;

class T {
}
