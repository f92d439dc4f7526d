class T {
    String a = """
        hello
        """;
    String b = "x\sy";
    String c = """
        again""";
}
