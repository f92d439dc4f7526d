import java.util.List;

class List {
}

class T {
    List l;
}
