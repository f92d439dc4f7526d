class T implements Runnable {
    public void run() throws Exception { }
}
