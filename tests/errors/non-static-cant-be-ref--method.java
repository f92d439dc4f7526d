class T {
    void a() { }
    public static void main(String[] args) {
        a();
    }
}
