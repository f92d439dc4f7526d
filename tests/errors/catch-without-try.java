class T {
    void m() {
        catch (Exception e) { }
    }
}
