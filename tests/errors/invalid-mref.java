class T {
    Runnable r = T::gone;
}
