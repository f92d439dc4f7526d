package java.util.zip;

import java.nio.ByteBuffer;

/** A checksum over bytes. */
public interface Checksum {
    void update(int b);

    default void update(byte[] b) {
        update(b, 0, b.length);
    }

    void update(byte[] b, int off, int len);

    default void update(ByteBuffer buffer) {
        int n = buffer.remaining();
        if (n <= 0) {
            return;
        }
        if (buffer.hasArray()) {
            update(buffer.array(), buffer.arrayOffset() + buffer.position(), n);
            buffer.position(buffer.limit());
            return;
        }
        byte[] some = new byte[Math.min(n, 4096)];
        while (buffer.hasRemaining()) {
            int k = Math.min(buffer.remaining(), some.length);
            buffer.get(some, 0, k);
            update(some, 0, k);
        }
    }

    long getValue();

    void reset();
}
