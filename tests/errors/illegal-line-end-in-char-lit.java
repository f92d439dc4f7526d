class T {
    char c = '
    ';
}
