class T {
    static int[] x = {#{10000:#, }#};
}
