class T {
    String s = """
        never closed
        ";
}
