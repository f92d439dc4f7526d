class T$Inner {
}

class T {
    class Inner {
    }
}
