module m {
    provides Runnable with Thread;
}
