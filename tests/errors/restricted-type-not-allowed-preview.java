class permits {}

class T {
    record r;

    sealed m(permits p) {
        record local;
        return null;
    }
}
