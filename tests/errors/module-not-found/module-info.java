module m {
    requires no.such.module;
    requires static java.xml;
}
