class T {
    void m({ }
}
