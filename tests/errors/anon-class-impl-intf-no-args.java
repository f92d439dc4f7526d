class T {
    Object m() {
        return new Runnable(1) { public void run() {} };
    }
}
