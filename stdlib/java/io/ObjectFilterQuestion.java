package java.io;

/** The facts of one question. */
final class ObjectFilterQuestion implements ObjectInputFilter.FilterInfo {
    private final Class<?> type;
    private final long length;
    private final long references;
    private final long depth;
    private final long bytes;

    ObjectFilterQuestion(Class<?> type, long length, long references, long depth, long bytes) {
        this.type = type;
        this.length = length;
        this.references = references;
        this.depth = depth;
        this.bytes = bytes;
    }

    @Override
    public Class<?> serialClass() {
        return type;
    }

    @Override
    public long arrayLength() {
        return length;
    }

    @Override
    public long depth() {
        return depth;
    }

    @Override
    public long references() {
        return references;
    }

    @Override
    public long streamBytes() {
        return bytes;
    }
}
