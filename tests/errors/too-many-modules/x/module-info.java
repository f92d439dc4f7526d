module n {
}
