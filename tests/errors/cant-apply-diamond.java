import java.util.ArrayList;
class T {
    Object m() {
        return new ArrayList<>(1, 2, 3);
    }
}
