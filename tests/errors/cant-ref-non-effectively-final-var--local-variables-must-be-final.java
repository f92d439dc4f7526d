class T {
    void m(int x, String s, Object o, boolean b) {
        int y = 1;
        y++;
        Runnable r = () -> System.out.println(y);
    }
}
