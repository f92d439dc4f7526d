package rvm.internal.nio;

import java.nio.MappedByteBuffer;
import java.util.function.BiFunction;

/** Makes mapped buffers, whose constructor only their package sees. */
public final class Mapping {
    /** Set by the buffer's class. */
    public static volatile BiFunction<byte[], Boolean, MappedByteBuffer> maker;

    private Mapping() {
    }

    static MappedByteBuffer of(byte[] content, boolean readOnly) {
        if (maker == null) {
            try {
                Class.forName("java.nio.MappedByteBuffer", true, null);
            } catch (ClassNotFoundException e) {
                throw new InternalError(e);
            }
        }
        return maker.apply(content, readOnly);
    }
}
