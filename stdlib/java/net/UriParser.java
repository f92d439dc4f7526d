package java.net;

import java.nio.charset.StandardCharsets;

/** Takes URIs apart. */
final class UriParser {
    private static final String ALPHANUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String UNRESERVED = ALPHANUM + "_-!.~'()*";
    private static final String RESERVED = ";/?:@&=+$,[]";
    static final String URIC = UNRESERVED + RESERVED;
    static final String PATH = UNRESERVED + ":@&=+$,;/";
    static final String USER_INFO = UNRESERVED + ";:&=+$,";
    static final String AUTHORITY = UNRESERVED + "$,;:@&=+[]";
    private static final String SCHEME = ALPHANUM + "+-.";

    private final String in;

    UriParser(String in) {
        this.in = in;
    }

    static void escape(StringBuilder sb, byte b) {
        sb.append('%').append("0123456789ABCDEF".charAt(b >> 4 & 15)).append("0123456789ABCDEF".charAt(b & 15));
    }

    private static boolean isOther(char c) {
        return c >= 128 && !Character.isISOControl(c) && !Character.isSpaceChar(c);
    }

    /** Escapes what may not stand in a part; percent signs too, except in the parts that may hold escapes. */
    static String quote(String s, String allowed) {
        StringBuilder sb = null;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean fine = allowed.indexOf(c) >= 0 || isOther(c)
                    || c == '%' && allowed != PATH && i + 2 < s.length() && hex(s.charAt(i + 1)) && hex(s.charAt(i + 2));
            if (fine) {
                if (sb != null) {
                    sb.append(c);
                }
                continue;
            }
            if (sb == null) {
                sb = new StringBuilder(s.length() + 8).append(s, 0, i);
            }
            int n = Character.isHighSurrogate(c) && i + 1 < s.length() ? 2 : 1;
            for (byte b : s.substring(i, i + n).getBytes(StandardCharsets.UTF_8)) {
                escape(sb, b);
            }
            i += n - 1;
        }
        return sb == null ? s : sb.toString();
    }

    private static boolean hex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private URISyntaxException fail(String reason, int at) {
        return new URISyntaxException(in, reason, at);
    }

    private void check(int from, int to, String allowed, String what) throws URISyntaxException {
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            if (allowed.indexOf(c) >= 0 || isOther(c)) {
                continue;
            }
            if (c == '%') {
                if (i + 2 < to && hex(in.charAt(i + 1)) && hex(in.charAt(i + 2))) {
                    i += 2;
                    continue;
                }
                throw fail("Malformed escape pair", i);
            }
            throw fail("Illegal character in " + what, i);
        }
    }

    void parse(URI into, boolean server) throws URISyntaxException {
        int n = in.length();
        int hash = in.indexOf('#');
        int end = hash < 0 ? n : hash;
        int colon = -1;
        for (int i = 0; i < end; i++) {
            char c = in.charAt(i);
            if (c == ':') {
                colon = i;
                break;
            }
            if (c == '/' || c == '?') {
                break;
            }
        }
        String scheme = null;
        int at = 0;
        if (colon >= 0) {
            if (colon == 0) {
                throw fail("Expected scheme name", 0);
            }
            char first = in.charAt(0);
            if (!(first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z')) {
                throw fail("Illegal character in scheme name", 0);
            }
            for (int i = 1; i < colon; i++) {
                if (SCHEME.indexOf(in.charAt(i)) < 0) {
                    throw fail("Illegal character in scheme name", i);
                }
            }
            scheme = in.substring(0, colon);
            at = colon + 1;
        }
        String fragment = null;
        if (scheme != null && (at >= end || in.charAt(at) != '/')) {
            if (at >= end) {
                throw fail("Expected scheme-specific part", at);
            }
            check(at, end, URIC, "opaque part");
            if (hash >= 0) {
                check(hash + 1, n, URIC, "fragment");
                fragment = in.substring(hash + 1);
            }
            into.set(scheme, in.substring(at, end), null, null, null, -1, null, null, fragment);
            return;
        }
        int specific = at;
        String authority = null;
        String[] parts = {null, null, null};
        if (in.startsWith("//", at) && at + 2 <= end) {
            at += 2;
            int stop = at;
            while (stop < end && in.charAt(stop) != '/' && in.charAt(stop) != '?') {
                stop++;
            }
            if (stop > at) {
                authority = in.substring(at, stop);
                authority(at, stop, server, parts);
            } else if (stop >= end) {
                throw fail("Expected authority", at);
            }
            at = stop;
        }
        int question = in.indexOf('?', at);
        int pathEnd = question >= 0 && question < end ? question : end;
        check(at, pathEnd, PATH, "path");
        String path = in.substring(at, pathEnd);
        String query = null;
        if (pathEnd < end) {
            check(pathEnd + 1, end, URIC, "query");
            query = in.substring(pathEnd + 1, end);
        }
        if (hash >= 0) {
            check(hash + 1, n, URIC, "fragment");
            fragment = in.substring(hash + 1);
        }
        int port = parts[2] == null || parts[2].isEmpty() ? -1 : Integer.parseInt(parts[2]);
        into.set(scheme, in.substring(specific, end), authority, parts[0], parts[1], port, path, query, fragment);
    }

    /** User, host and port of an authority; those of a registry's name stay null unless a server's is demanded. */
    private void authority(int from, int to, boolean server, String[] parts) throws URISyntaxException {
        int i = from;
        int user = in.lastIndexOf('@', to - 1);
        URISyntaxException problem = null;
        try {
            if (user >= from) {
                check(from, user, USER_INFO, "user info");
                parts[0] = in.substring(from, user);
                i = user + 1;
            }
            int end;
            if (i < to && in.charAt(i) == '[') {
                end = in.indexOf(']', i);
                if (end < 0 || end >= to) {
                    throw fail("Expected closing bracket for IPv6 address", to);
                }
                address6(i + 1, end);
                end++;
            } else {
                end = i;
                while (end < to && in.charAt(end) != ':') {
                    end++;
                }
                hostname(i, end);
            }
            String host = in.substring(i, end);
            if (end < to) {
                if (in.charAt(end) != ':') {
                    throw fail("Illegal character in authority", end);
                }
                for (int k = end + 1; k < to; k++) {
                    if (in.charAt(k) < '0' || in.charAt(k) > '9') {
                        throw fail("Illegal character in port number", k);
                    }
                }
                parts[2] = in.substring(end + 1, to);
                if (parts[2].length() > 10 || !parts[2].isEmpty() && Long.parseLong(parts[2]) > Integer.MAX_VALUE) {
                    throw fail("Malformed port number", end + 1);
                }
            }
            parts[1] = host;
            return;
        } catch (URISyntaxException e) {
            problem = e;
        }
        if (server || in.charAt(i < to ? i : from) == '[') {
            throw problem;
        }
        parts[0] = null;
        parts[1] = null;
        parts[2] = null;
        for (int k = from; k < to; k++) {
            char c = in.charAt(k);
            if (AUTHORITY.indexOf(c) < 0 && c != '%' && !isOther(c)) {
                throw fail("Illegal character in authority", from);
            }
        }
        check(from, to, AUTHORITY, "authority");
    }

    private void address6(int from, int to) throws URISyntaxException {
        int percent = in.indexOf('%', from);
        int end = percent >= 0 && percent < to ? percent : to;
        if (end == from || in.indexOf(':', from) < 0) {
            throw fail("Malformed IPv6 address", from);
        }
        for (int i = from; i < end; i++) {
            char c = in.charAt(i);
            if (!hex(c) && c != ':' && c != '.') {
                throw fail("Malformed IPv6 address", i);
            }
        }
    }

    /** Labels of letters, digits and inner hyphens; the last begins with a letter, unless it is an IPv4 address. */
    private void hostname(int from, int to) throws URISyntaxException {
        if (from == to) {
            throw fail("Expected hostname", from);
        }
        String host = in.substring(from, to);
        String[] bytes = host.split("\\.", -1);
        if (bytes.length == 4) {
            boolean numbers = true;
            for (String b : bytes) {
                numbers &= !b.isEmpty() && b.length() <= 3 && b.chars().allMatch(c -> c >= '0' && c <= '9') && Integer.parseInt(b) < 256;
            }
            if (numbers) {
                return;
            }
        }
        int labelStart = from;
        int lastLabel = from;
        for (int i = from; i <= to; i++) {
            char c = i < to ? in.charAt(i) : '.';
            if (c == '.') {
                if (i == to && i == labelStart && i > from) {
                    break;
                }
                if (i == labelStart) {
                    throw fail("Illegal character in hostname", i < to ? i : i - 1);
                }
                if (in.charAt(labelStart) == '-' || in.charAt(i - 1) == '-') {
                    throw fail("Illegal character in hostname", in.charAt(labelStart) == '-' ? labelStart : i - 1);
                }
                lastLabel = labelStart;
                labelStart = i + 1;
            } else if (ALPHANUM.indexOf(c) < 0 && c != '-') {
                throw fail("Illegal character in hostname", i);
            }
        }
        char first = in.charAt(lastLabel);
        if (first >= '0' && first <= '9') {
            throw fail("Illegal character in hostname", lastLabel);
        }
    }
}
