class T {
    void m(String s) {
        switch (s) { case null: }
    }
}
