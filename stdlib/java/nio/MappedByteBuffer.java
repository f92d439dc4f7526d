package java.nio;

/** A region of a file in memory. Regions that can be written are not supported; a readable one is a copy. */
public abstract class MappedByteBuffer extends ByteBuffer {
    MappedByteBuffer(byte[] content, boolean readOnly) {
        super(content, 0, 0, content.length, content.length, readOnly);
    }

    private static final class Copy extends MappedByteBuffer {
        Copy(byte[] content, boolean readOnly) {
            super(content, readOnly);
        }
    }

    static {
        rvm.internal.nio.Mapping.maker = Copy::new;
    }

    public final boolean isLoaded() {
        return true;
    }

    public final MappedByteBuffer load() {
        return this;
    }

    public final MappedByteBuffer force() {
        return this;
    }

    public final MappedByteBuffer force(int index, int length) {
        java.util.Objects.checkFromIndexSize(index, length, limit());
        return this;
    }
}
