package java.util.zip;

import java.io.IOException;
import java.io.OutputStream;

/** Writes files as gzip does. */
public class GZIPOutputStream extends DeflaterOutputStream {
    protected CRC32 crc = new CRC32();

    public GZIPOutputStream(OutputStream out, int size, boolean syncFlush) throws IOException {
        super(out, out == null ? null : new Deflater(Deflater.DEFAULT_COMPRESSION, true), size, syncFlush);
        usesDefaultDeflater = true;
        // Magic, method deflate, no flags, no time, no extra flags, unknown system.
        out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
    }

    public GZIPOutputStream(OutputStream out, int size) throws IOException {
        this(out, size, false);
    }

    public GZIPOutputStream(OutputStream out) throws IOException {
        this(out, 512, false);
    }

    public GZIPOutputStream(OutputStream out, boolean syncFlush) throws IOException {
        this(out, 512, syncFlush);
    }

    @Override
    public synchronized void write(byte[] buf, int off, int len) throws IOException {
        super.write(buf, off, len);
        crc.update(buf, off, len);
    }

    @Override
    public void finish() throws IOException {
        if (!def.finished()) {
            def.finish();
            while (!def.finished()) {
                int n = def.deflate(buf, 0, buf.length);
                if (n > 0) {
                    out.write(buf, 0, n);
                }
            }
            byte[] trailer = new byte[8];
            put(trailer, 0, (int) crc.getValue());
            put(trailer, 4, def.getTotalIn());
            out.write(trailer);
        }
    }

    private static void put(byte[] b, int at, int v) {
        for (int i = 0; i < 4; i++) {
            b[at + i] = (byte) (v >>> 8 * i);
        }
    }
}
