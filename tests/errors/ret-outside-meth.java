class T {
    {
        return;
    }
}
