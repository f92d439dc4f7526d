class Old {
    @Deprecated(forRemoval = true, since = "3")
    void m() {
    }
}

class T {
    void t(Old x) {
        x.m();
        new Integer(3);
    }

    @Deprecated
    void u(Old x) {
        x.m();
    }

    @SuppressWarnings("removal")
    void v(Old x) {
        x.m();
    }
}
