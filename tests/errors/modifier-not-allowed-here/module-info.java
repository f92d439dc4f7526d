module m {
    requires transitive java.base;
}
