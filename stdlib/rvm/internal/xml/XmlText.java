package rvm.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.xml.sax.InputSource;

/** A text that is being parsed: a document, an external entity, or what an entity stands for. */
final class XmlText {
    final String text;
    final String publicId;
    final String systemId;
    /** The encoding that bytes were read with; null for characters. */
    final String encoding;
    int at;
    private int countedTo;
    private int line = 1;
    private int lineStart;

    XmlText(String text, String publicId, String systemId, String encoding) {
        this.text = text;
        this.publicId = publicId;
        this.systemId = systemId;
        this.encoding = encoding;
    }

    private void count() {
        if (at < countedTo) {
            countedTo = 0;
            line = 1;
            lineStart = 0;
        }
        for (; countedTo < at; countedTo++) {
            if (text.charAt(countedTo) == '\n') {
                line++;
                lineStart = countedTo + 1;
            }
        }
    }

    int line() {
        count();
        return line;
    }

    int column() {
        count();
        return at - lineStart + 1;
    }

    static XmlText read(InputSource source) throws IOException {
        if (source.getCharacterStream() != null) {
            return new XmlText(lines(all(source.getCharacterStream())), source.getPublicId(), source.getSystemId(), null);
        }
        byte[] bytes;
        String systemId = source.getSystemId();
        if (source.getByteStream() != null) {
            bytes = source.getByteStream().readAllBytes();
        } else {
            if (systemId == null) {
                throw new java.net.MalformedURLException();
            }
            systemId = expand(systemId, null);
            try (InputStream in = systemId.startsWith("file:") ? new FileInputStream(path(systemId)) : new URL(systemId).openStream()) {
                bytes = in.readAllBytes();
            }
        }
        int skip = 0;
        String encoding = source.getEncoding();
        int b0 = bytes.length > 0 ? bytes[0] & 0xff : -1;
        int b1 = bytes.length > 1 ? bytes[1] & 0xff : -1;
        if (b0 == 0xef && b1 == 0xbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf) {
            skip = 3;
            encoding = encoding == null ? "UTF-8" : encoding;
        } else if (b0 == 0xfe && b1 == 0xff) {
            skip = 2;
            encoding = "UTF-16BE";
        } else if (b0 == 0xff && b1 == 0xfe) {
            skip = 2;
            encoding = "UTF-16LE";
        } else if (encoding == null) {
            encoding = b0 == 0 && b1 == '<' ? "UTF-16BE" : b0 == '<' && b1 == 0 ? "UTF-16LE" : declared(bytes);
        }
        Charset charset;
        try {
            charset = Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(encoding);
        }
        Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes, skip, bytes.length - skip),
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            return new XmlText(lines(all(reader)), source.getPublicId(), systemId, encoding);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new java.io.CharConversionException(charset == java.nio.charset.StandardCharsets.UTF_8 ? invalidUtf8(bytes)
                    : "Invalid byte in a document of encoding " + encoding + ".");
        }
    }

    /** Which byte of which sequence is not one of UTF-8. */
    private static String invalidUtf8(byte[] b) {
        for (int i = 0; i < b.length; ) {
            int c = b[i] & 0xff;
            int n = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
            if (n == 0) {
                return "Invalid byte 1 of 1-byte UTF-8 sequence.";
            }
            for (int k = 1; k < n; k++) {
                if (i + k >= b.length || (b[i + k] & 0xc0) != 0x80) {
                    return "Invalid byte " + (k + 1) + " of " + n + "-byte UTF-8 sequence.";
                }
            }
            i += n;
        }
        return "Invalid byte 2 of 3-byte UTF-8 sequence.";
    }

    private static String path(String url) {
        try {
            return java.net.URLDecoder.decode(new URL(url).getPath().replace("+", "%2B"), "UTF-8");
        } catch (IOException e) {
            return url.substring(5);
        }
    }

    /** A system identifier made absolute. */
    static String expand(String id, String base) {
        try {
            java.net.URI uri = new java.net.URI(id.replace(" ", "%20"));
            if (uri.isAbsolute()) {
                return id;
            }
            if (base != null) {
                java.net.URI from = new java.net.URI(base);
                if (from.isAbsolute() && !from.isOpaque()) {
                    return from.resolve(uri).toString().replaceFirst("^file:/(?!/)", "file:///");
                }
            }
        } catch (java.net.URISyntaxException e) {
            return id;
        }
        String path = id.startsWith("/") ? id : System.getProperty("user.dir") + "/" + id;
        return "file://" + path;
    }

    /** The encoding that an XML declaration names. */
    private static String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), java.nio.charset.StandardCharsets.ISO_8859_1);
        int end = head.indexOf("?>");
        int i = head.indexOf("encoding");
        if (!head.startsWith("<?xml") || end < 0 || i < 0 || i > end) {
            return "UTF-8";
        }
        String rest = head.substring(i + 8, end).trim();
        rest = rest.startsWith("=") ? rest.substring(1).trim() : rest;
        int close = rest.isEmpty() ? -1 : rest.indexOf(rest.charAt(0), 1);
        return close < 0 ? "UTF-8" : rest.substring(1, close);
    }

    private static String all(Reader reader) throws IOException {
        StringBuilder sb = new StringBuilder();
        char[] buffer = new char[8192];
        for (int n; (n = reader.read(buffer)) >= 0; ) {
            sb.append(buffer, 0, n);
        }
        return sb.toString();
    }

    private static String lines(String s) {
        return s.indexOf('\r') < 0 ? s : s.replace("\r\n", "\n").replace('\r', '\n');
    }
}
