package rvm.internal.xml;

import java.io.IOException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Locator2;

/** Reads characters, names and literals, and reports what is wrong where. */
abstract class XmlScanner implements Locator2 {
    static final String CUT = "XML document structures must start and end within the same entity.";

    /** Says on the console what is wrong; used where nobody else listens. */
    static final class Printer implements ErrorHandler {
        static final Printer INSTANCE = new Printer();

        private static void say(String kind, SAXParseException e) {
            String place = e.getSystemId() == null ? "" : e.getSystemId();
            System.err.println("[" + kind + "] " + place.substring(place.lastIndexOf('/') + 1) + ":" + e.getLineNumber() + ":" + e.getColumnNumber()
                    + ": " + e.getMessage());
        }

        @Override
        public void warning(SAXParseException e) {
            say("Warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            say("Error", e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            say("Fatal Error", e);
        }
    }

    ErrorHandler errors;
    XmlText in;
    String version = "1.0";
    /** The document or external entity that the innermost text comes from. */
    XmlText place;

    @Override
    public String getPublicId() {
        return place == null ? null : place.publicId;
    }

    @Override
    public String getSystemId() {
        return place == null ? null : place.systemId;
    }

    @Override
    public int getLineNumber() {
        return place == null ? -1 : place.line();
    }

    @Override
    public int getColumnNumber() {
        return place == null ? -1 : place.column();
    }

    @Override
    public String getXMLVersion() {
        return version;
    }

    @Override
    public String getEncoding() {
        return place == null ? null : place.encoding;
    }

    SAXParseException fatal(String message) throws SAXException {
        SAXParseException e = new SAXParseException(message, this);
        (errors == null ? Printer.INSTANCE : errors).fatalError(e);
        throw e;
    }

    SAXParseException fatal(String message, int at) throws SAXException {
        in.at = at;
        return fatal(message);
    }

    final int peek() {
        return in.at < in.text.length() ? in.text.charAt(in.at) : -1;
    }

    final boolean at(String s) {
        return in.text.startsWith(s, in.at);
    }

    final boolean take(String s) {
        if (at(s)) {
            in.at += s.length();
            return true;
        }
        return false;
    }

    final boolean take(char c) {
        if (peek() == c) {
            in.at++;
            return true;
        }
        return false;
    }

    final boolean ended() {
        return in.at >= in.text.length();
    }

    final boolean spaces() {
        int from = in.at;
        while (XmlChars.isSpace(peek())) {
            in.at++;
        }
        return in.at > from;
    }

    /** A name, or null if none begins here. */
    final String name() {
        return name(true);
    }

    final String name(boolean colons) {
        int from = in.at;
        int n = in.text.length();
        int i = from;
        while (i < n) {
            int c = in.text.charAt(i);
            if (Character.isHighSurrogate((char) c)) {
                c = in.text.codePointAt(i);
            }
            if (c == ':' && !colons || !(i == from ? XmlChars.isNameStart(c) : XmlChars.isName(c))) {
                break;
            }
            i += c > 0xffff ? 2 : 1;
        }
        in.at = i;
        return i == from ? null : in.text.substring(from, i);
    }

    /** A name with one colon at most. */
    final String qName(boolean namespaces) {
        String first = name(!namespaces);
        if (first == null || !namespaces || peek() != ':') {
            return first;
        }
        int colon = in.at++;
        String rest = name(false);
        if (rest == null) {
            in.at = colon + 1;
            return first + ":";
        }
        return first + ":" + rest;
    }

    final String hex(int c) {
        return "0x" + Integer.toHexString(c);
    }

    /** The character behind {@code &#}, which was taken. */
    final int reference() throws SAXException {
        boolean hexadecimal = take('x');
        int radix = hexadecimal ? 16 : 10;
        int from = in.at;
        long value = 0;
        while (peek() >= 0 && peek() < 128 && Character.digit(peek(), radix) >= 0) {
            value = Math.min(0x110000, value * radix + Character.digit(peek(), radix));
            in.at++;
        }
        if (in.at == from) {
            throw fatal(hexadecimal ? "A hexadecimal representation must immediately follow the \"&#x\" in a character reference."
                    : "A decimal representation must immediately follow the \"&#\" in a character reference.");
        }
        String digits = in.text.substring(from, in.at);
        if (!take(';')) {
            throw fatal("The character reference must end with the ';' delimiter.");
        }
        if (!XmlChars.isChar((int) value)) {
            throw fatal("Character reference \"&#" + (hexadecimal ? "x" : "") + digits + "\" is an invalid XML character.");
        }
        return (int) value;
    }

    /** What stands between quotes, without any change; null if no quote is here. */
    final String quoted() throws SAXException {
        int q = peek();
        if (q != '"' && q != '\'') {
            return null;
        }
        int end = in.text.indexOf(q, in.at + 1);
        if (end < 0) {
            throw fatal(CUT, in.text.length());
        }
        String s = in.text.substring(in.at + 1, end);
        in.at = end + 1;
        return s;
    }

    /** Refuses characters that no document may contain. */
    final void check(String s, int start, String where) throws SAXException {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 0x20 && c < 0xd800 || c == '\n' || c == '\t' || c == '\r') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                i++;
            } else if (!XmlChars.isChar(c)) {
                throw fatal("An invalid XML character (Unicode: " + hex(c) + ") was found in " + where, start + i);
            }
        }
    }

    /** One of the attributes of an XML declaration; null if there is another one here. */
    private String pseudo(String name) throws SAXException {
        int from = in.at;
        spaces();
        if (!take(name)) {
            in.at = from;
            return null;
        }
        spaces();
        if (!take('=')) {
            throw fatal("The '=' character must follow \"" + name + "\" in the XML declaration.");
        }
        spaces();
        String value = quoted();
        if (value == null) {
            throw fatal("The value following \"" + name + "\" in the XML declaration must be a quoted string.");
        }
        return value;
    }

    /** Takes an XML or text declaration, if one is here: version, encoding, standalone. */
    final String[] declaration(boolean document) throws SAXException {
        if (!at("<?xml") || in.at + 5 >= in.text.length() || !XmlChars.isSpace(in.text.charAt(in.at + 5))) {
            return null;
        }
        in.at += 5;
        String[] found = new String[3];
        found[0] = pseudo("version");
        if (found[0] == null && document) {
            spaces();
            throw fatal("The version is required in the XML declaration.");
        }
        if (found[0] != null && !found[0].equals("1.0") && !found[0].equals("1.1")) {
            throw fatal("XML version \"" + found[0] + "\" is not supported, only XML 1.0 is supported.");
        }
        found[1] = pseudo("encoding");
        if (document) {
            found[2] = pseudo("standalone");
            if (found[2] != null && !found[2].equals("yes") && !found[2].equals("no")) {
                throw fatal("The standalone document declaration value must be \"yes\" or \"no\", not \"" + found[2] + "\".");
            }
        }
        spaces();
        if (!take("?>")) {
            throw fatal(ended() ? CUT : "The XML declaration must end with \"?>\".");
        }
        return found;
    }

    abstract XmlText open(String publicId, String systemId, String base) throws IOException, SAXException;
}
