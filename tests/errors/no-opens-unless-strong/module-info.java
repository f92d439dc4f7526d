open module m {
    opens p;
}
