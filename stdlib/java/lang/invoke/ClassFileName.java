package java.lang.invoke;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** Reads the name of the class out of a class file. */
final class ClassFileName {
    private ClassFileName() {
    }

    static String of(byte[] file) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
            int magic = in.readInt();
            if (magic != 0xcafebabe) {
                throw new ClassFormatError("Incompatible magic value: " + Integer.toUnsignedString(magic));
            }
            in.readInt();
            int n = in.readUnsignedShort();
            Object[] pool = new Object[n];
            for (int i = 1; i < n; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1:
                        pool[i] = in.readUTF();
                        break;
                    case 7:
                        pool[i] = in.readUnsignedShort();
                        break;
                    case 8:
                    case 16:
                    case 19:
                    case 20:
                        in.skipBytes(2);
                        break;
                    case 15:
                        in.skipBytes(3);
                        break;
                    case 3:
                    case 4:
                    case 9:
                    case 10:
                    case 11:
                    case 12:
                    case 17:
                    case 18:
                        in.skipBytes(4);
                        break;
                    case 5:
                    case 6:
                        in.skipBytes(8);
                        i++;
                        break;
                    default:
                        throw new ClassFormatError("Unknown constant tag " + tag + " in class file");
                }
            }
            in.readUnsignedShort();
            int self = in.readUnsignedShort();
            if (self < n && pool[self] instanceof Integer && (Integer) pool[self] < n
                    && pool[(Integer) pool[self]] instanceof String) {
                return (String) pool[(Integer) pool[self]];
            }
            throw new ClassFormatError("Invalid this class index " + self + " in constant pool");
        } catch (IOException e) {
            throw new ClassFormatError("Truncated class file");
        }
    }
}
