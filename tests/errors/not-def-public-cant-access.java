class T {
    java.util.KeyValueHolder x;
}
