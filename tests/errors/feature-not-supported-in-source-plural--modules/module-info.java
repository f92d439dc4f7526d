open module m {
}
