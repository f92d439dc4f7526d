class T {
    Object m(Integer i) {
        return (String) i;
    }
}
