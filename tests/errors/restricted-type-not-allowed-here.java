class T {
    var x = 1;
}
