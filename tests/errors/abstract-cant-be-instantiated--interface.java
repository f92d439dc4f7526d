class T {
    Runnable r = new Runnable();
}
