class T {
    void m(String s, String t) {
        switch (s) { case t: }
    }
}
