package java.nio.charset;

/** The charsets that are always there. */
public final class StandardCharsets {
    public static final Charset US_ASCII = new NarrowCharset("US-ASCII", 0x80,
            "ASCII", "ISO646-US", "646", "us", "iso-ir-6", "ANSI_X3.4-1968", "ANSI_X3.4-1986", "ascii7", "cp367", "IBM367", "csASCII", "default", "iso_646.irv:1983", "iso_646.irv:1991");
    public static final Charset ISO_8859_1 = new NarrowCharset("ISO-8859-1", 0x100,
            "ISO8859_1", "latin1", "l1", "ISO8859-1", "8859_1", "iso-ir-100", "ISO_8859-1", "ISO_8859_1", "ISO_8859-1:1987", "IBM819", "IBM-819", "cp819", "819", "csISOLatin1");
    public static final Charset UTF_8 = new Utf8Charset();
    public static final Charset UTF_16BE = new Utf16Charset("UTF-16BE", 1, "UTF_16BE", "ISO-10646-UCS-2", "X-UTF-16BE", "UnicodeBigUnmarked");
    public static final Charset UTF_16LE = new Utf16Charset("UTF-16LE", 2, "UTF_16LE", "X-UTF-16LE", "UnicodeLittleUnmarked");
    public static final Charset UTF_16 = new Utf16Charset("UTF-16", 0, "UTF_16", "utf16", "unicode", "UnicodeBig");

    private StandardCharsets() {
    }
}
