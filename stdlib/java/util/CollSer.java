package java.util;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** An immutable list, set or map in a stream. */
final class CollSer implements Serializable {
    static final int LIST = 1;
    static final int SET = 2;
    static final int MAP = 3;
    static final int LIST_WITH_NULLS = 4;

    private final int tag;
    private transient Object[] array;

    CollSer(int tag, Object... array) {
        this.tag = tag;
        this.array = array;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(array.length);
        for (Object o : array) {
            out.writeObject(o);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int n = in.readInt();
        if (n < 0) {
            throw new InvalidObjectException("negative length " + n);
        }
        ArrayList<Object> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(in.readObject());
        }
        array = list.toArray();
    }

    private Object readResolve() throws java.io.ObjectStreamException {
        try {
            if (array == null) {
                throw new InvalidObjectException("null array");
            }
            switch (tag & 0xff) {
                case LIST:
                    return List.of(array);
                case LIST_WITH_NULLS:
                    return ImmutableCollections.listOwningNullable(array);
                case SET:
                    return Set.of(array);
                case MAP:
                    if (array.length == 0) {
                        return Map.of();
                    }
                    return array.length == 2 ? Map.of(array[0], array[1])
                        : new ImmutableCollections.MapN<Object, Object>(array);
                default:
                    throw new InvalidObjectException(String.format("invalid flags 0x%x", tag));
            }
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new InvalidObjectException("invalid object", e);
        }
    }
}
