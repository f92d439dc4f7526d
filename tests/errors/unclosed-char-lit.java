class T {
    char c = 'ab';
}
