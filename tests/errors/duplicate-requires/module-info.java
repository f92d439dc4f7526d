module m {
    requires java.xml;
    requires transitive java.xml;
}
