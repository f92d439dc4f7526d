package java.io;

/** Primitive data, or the end of an object's data, stands where an object was to be read. */
public class OptionalDataException extends ObjectStreamException {
    public int length;
    public boolean eof;

    OptionalDataException(int length) {
        this.length = length;
    }

    OptionalDataException(boolean end) {
        eof = end;
    }
}
