module m {
    opens p;
    opens p;
}
