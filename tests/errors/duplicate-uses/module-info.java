module m {
    uses Runnable;
    uses java.lang.Runnable;
}
