class T {
    Comparable<String> c = new Comparable<String>() { };
}
