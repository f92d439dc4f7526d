module m {
    requires java.logging;
    includes java.xml;
}
