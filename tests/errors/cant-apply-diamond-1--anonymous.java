import java.util.Comparator;

class T {
    Comparator<String> c = new Comparator<>() {
        public int compare(String a, String b) {
            return 0;
        }
    };
}
