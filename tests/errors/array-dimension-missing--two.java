class T {
    int[][] a = new int[][];
}
