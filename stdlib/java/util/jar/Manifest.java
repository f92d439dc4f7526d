package java.util.jar;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The manifest of a jar file: main attributes, and attributes of entries. */
public class Manifest implements Cloneable {
    private final Attributes attr = new Attributes();
    private final Map<String, Attributes> entries = new LinkedHashMap<>();

    public Manifest() {
    }

    public Manifest(InputStream is) throws IOException {
        read(is);
    }

    public Manifest(Manifest man) {
        attr.putAll(man.getMainAttributes());
        entries.putAll(man.getEntries());
    }

    public Attributes getMainAttributes() {
        return attr;
    }

    public Map<String, Attributes> getEntries() {
        return entries;
    }

    public Attributes getAttributes(String name) {
        return entries.get(name);
    }

    public void clear() {
        attr.clear();
        entries.clear();
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        attr.writeMain(data);
        for (Map.Entry<String, Attributes> e : entries.entrySet()) {
            Attributes.writeLine(data, "Name: " + e.getKey());
            e.getValue().write(data);
        }
        data.flush();
    }

    public void read(InputStream is) throws IOException {
        Lines lines = new Lines(is.readAllBytes());
        readSection(lines, attr);
        while (true) {
            byte[] line = lines.nextFilled();
            if (line == null) {
                return;
            }
            String text = new String(line, StandardCharsets.UTF_8);
            if (!text.regionMatches(true, 0, "Name:", 0, 5) || text.length() < 6 || text.charAt(5) != ' ') {
                throw new IOException("invalid manifest format (line " + lines.number + ")");
            }
            ByteArrayOutputStream name = new ByteArrayOutputStream();
            name.write(line, 6, line.length - 6);
            lines.continueInto(name);
            String key = name.toString(StandardCharsets.UTF_8);
            Attributes a = entries.get(key);
            if (a == null) {
                a = new Attributes();
                entries.put(key, a);
            }
            readSection(lines, a);
        }
    }

    private static void readSection(Lines lines, Attributes into) throws IOException {
        byte[] line;
        while ((line = lines.next()) != null && line.length > 0) {
            int colon = 0;
            while (colon < line.length && line[colon] != ':') {
                colon++;
            }
            if (line[0] == ' ') {
                throw new IOException("misplaced continuation line (line " + lines.number + ")");
            }
            if (colon == line.length) {
                throw new IOException("invalid header field (line " + lines.number + ")");
            }
            if (colon + 1 >= line.length || line[colon + 1] != ' ') {
                throw new IOException("invalid header field (line " + lines.number + ")");
            }
            int number = lines.number;
            String name = new String(line, 0, colon, StandardCharsets.UTF_8);
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            value.write(line, colon + 2, line.length - colon - 2);
            lines.continueInto(value);
            try {
                into.putValue(name, value.toString(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new IOException("invalid header field name: " + name + " (line " + number + ")");
            }
        }
    }

    /** The lines of a manifest, which end in any of the three ways. */
    private static final class Lines {
        private final byte[] b;
        private int at;
        int number;

        Lines(byte[] b) {
            this.b = b;
        }

        byte[] next() throws IOException {
            if (at >= b.length) {
                return null;
            }
            int from = at;
            while (at < b.length && b[at] != '\n' && b[at] != '\r') {
                at++;
            }
            byte[] line = java.util.Arrays.copyOfRange(b, from, at);
            if (at < b.length && b[at++] == '\r' && at < b.length && b[at] == '\n') {
                at++;
            }
            number++;
            if (line.length > 65535) {
                throw new IOException("manifest line too long (line " + number + ")");
            }
            return line;
        }

        byte[] nextFilled() throws IOException {
            byte[] line;
            do {
                line = next();
            } while (line != null && line.length == 0);
            return line;
        }

        /** Appends the lines that begin with a blank. */
        void continueInto(ByteArrayOutputStream out) throws IOException {
            while (at < b.length && b[at] == ' ') {
                byte[] line = next();
                out.write(line, 1, line.length - 1);
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Manifest && attr.equals(((Manifest) o).getMainAttributes())
                && entries.equals(((Manifest) o).getEntries());
    }

    @Override
    public int hashCode() {
        return attr.hashCode() + entries.hashCode();
    }

    @Override
    public Object clone() {
        return new Manifest(this);
    }
}
