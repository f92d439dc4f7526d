class T {
    void m(#{255:int a#, }#int last) {
    }

    static void n(#{127:long a#, }#int last, int more) {
    }

    static void ok(#{127:long a#, }#int last) {
    }
}
