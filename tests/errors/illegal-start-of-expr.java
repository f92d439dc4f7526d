class T {
    int x = ;
}
