package java.util.jar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a jar file. */
public class JarOutputStream extends ZipOutputStream {
    private static final int MAGIC = 0xcafe;

    private boolean first = true;

    public JarOutputStream(OutputStream out, Manifest man) throws IOException {
        super(out);
        if (man == null) {
            throw new NullPointerException("man");
        }
        putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
        man.write(new BufferedOutputStream(this));
        closeEntry();
    }

    public JarOutputStream(OutputStream out) throws IOException {
        super(out);
    }

    @Override
    public void putNextEntry(ZipEntry ze) throws IOException {
        if (first) {
            // The first entry is marked as that of a jar.
            byte[] old = ze.getExtra();
            boolean marked = false;
            for (int at = 0; old != null && at + 4 <= old.length; at += 4 + (old[at + 2] & 0xff | (old[at + 3] & 0xff) << 8)) {
                marked |= (old[at] & 0xff | (old[at + 1] & 0xff) << 8) == MAGIC;
            }
            if (!marked) {
                int n = old == null ? 0 : old.length;
                byte[] extra = new byte[4 + n];
                extra[0] = (byte) MAGIC;
                extra[1] = (byte) (MAGIC >> 8);
                if (n > 0) {
                    System.arraycopy(old, 0, extra, 4, n);
                }
                ze.setExtra(extra);
            }
            first = false;
        }
        super.putNextEntry(ze);
    }
}
