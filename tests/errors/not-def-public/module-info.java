module m {
    provides p.S with p.A;
}
