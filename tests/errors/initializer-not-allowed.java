interface T {
    { }
}
