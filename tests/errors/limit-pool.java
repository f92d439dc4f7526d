class T {
#{66000:    int f#;
}#}
