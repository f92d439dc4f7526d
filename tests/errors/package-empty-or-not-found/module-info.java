module m {
    exports no.where;
    opens no.where.either;
}
