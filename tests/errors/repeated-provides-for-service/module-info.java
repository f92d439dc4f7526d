module m {
    provides p.S with p.A;
    provides p.S with p.A;
}
