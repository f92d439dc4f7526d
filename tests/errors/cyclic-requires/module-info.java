module m {
    requires m;
    requires java.xml;
}
