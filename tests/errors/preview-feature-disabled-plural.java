class T {
    void m(Object o) {
        switch (o) { default: }
    }
}
