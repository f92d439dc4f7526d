class T {
    abstract final void m();
}
