/**
 * Old.
 * @deprecated use something else
 */
class T {
    /** @deprecated */
    int f;

    /**
     * @deprecated
     */
    void m() {
    }

    /** @deprecated */
    @Deprecated
    void n() {
    }
}
