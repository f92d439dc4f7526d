class T {
    char c = '';
}
