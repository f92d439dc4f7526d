module m {
    exports p;
    exports p to java.xml;
}
