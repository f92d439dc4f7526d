import java.util.List;

interface A extends Comparable<String> {
}

abstract class T implements A, Comparable<Integer> {
}
