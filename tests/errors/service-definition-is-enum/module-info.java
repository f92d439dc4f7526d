module m {
    uses p.E;
}
