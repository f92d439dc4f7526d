class T {
    java.util.function.IntSupplier s = () -> { };
}
