import java.util.List;

class var {}

class T {
    var x = new var();
    List<var> l;

    void yield() {
        var y = 1;
        yield();
    }
}
