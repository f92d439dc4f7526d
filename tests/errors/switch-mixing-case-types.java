class T {
    void m(int a) {
        switch (a) {
            case 1:
                break;
            case 2 -> a++;
            default:
                a--;
        }
    }
}
