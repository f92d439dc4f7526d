package java.nio.charset;

/** All charsets that there are. */
final class BuiltinCharsets {
    static final Charset[] ALL = {StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16,
        StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE};

    private BuiltinCharsets() {
    }
}
