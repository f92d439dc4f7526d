class T {
    foo() { }
}
