class T extends Record {
}
