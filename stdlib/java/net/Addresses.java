package java.net;

/** Addresses as numbers in texts. */
final class Addresses {
    private Addresses() {
    }

    /** The bytes of an address; null if it is a name. */
    static byte[] parse(String s) {
        return s.indexOf(':') >= 0 ? six(s) : four(s);
    }

    private static byte[] four(String s) {
        String[] parts = s.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long[] v = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 10) {
                return null;
            }
            for (int k = 0; k < parts[i].length(); k++) {
                if (parts[i].charAt(k) < '0' || parts[i].charAt(k) > '9') {
                    return null;
                }
            }
            v[i] = Long.parseLong(parts[i]);
        }
        long last = 1L << 8 * (5 - parts.length);
        long all = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            if (v[i] > 255) {
                return null;
            }
            all |= v[i] << 24 - 8 * i;
        }
        if (v[parts.length - 1] >= last) {
            return null;
        }
        all |= v[parts.length - 1];
        return new byte[] {(byte) (all >> 24), (byte) (all >> 16), (byte) (all >> 8), (byte) all};
    }

    private static byte[] six(String text) {
        int percent = text.indexOf('%');
        String s = percent < 0 ? text : text.substring(0, percent);
        byte[] out = new byte[16];
        int gap = s.indexOf("::");
        if (gap >= 0 && s.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        String head = gap < 0 ? s : s.substring(0, gap);
        String tail = gap < 0 ? "" : s.substring(gap + 2);
        byte[] a = groups(head);
        byte[] b = groups(tail);
        if (a == null || b == null || (gap < 0 ? a.length != 16 : a.length + b.length > 14)) {
            return null;
        }
        System.arraycopy(a, 0, out, 0, a.length);
        System.arraycopy(b, 0, out, 16 - b.length, b.length);
        return out;
    }

    private static byte[] groups(String s) {
        if (s.isEmpty()) {
            return new byte[0];
        }
        String[] parts = s.split(":", -1);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] v4 = four(parts[i]);
                if (v4 == null || parts[i].split("\\.").length != 4) {
                    return null;
                }
                out.write(v4, 0, 4);
                continue;
            }
            if (parts[i].isEmpty() || parts[i].length() > 4) {
                return null;
            }
            int v = 0;
            for (int k = 0; k < parts[i].length(); k++) {
                int d = Character.digit(parts[i].charAt(k), 16);
                if (d < 0 || parts[i].charAt(k) >= 128) {
                    return null;
                }
                v = v * 16 + d;
            }
            out.write(v >> 8);
            out.write(v);
        }
        return out.toByteArray();
    }
}
