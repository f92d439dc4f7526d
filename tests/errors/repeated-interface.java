class T implements Runnable, Runnable {
    public void run() { }
}
