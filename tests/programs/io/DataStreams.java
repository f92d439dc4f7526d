import java.util.*;
import java.io.*;

public class DataStreams {
    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        DataOutputStream d = new DataOutputStream(o);
        d.writeInt(-2);
        d.writeLong(1L << 40);
        d.writeShort(-3);
        d.writeByte(300);
        d.writeChar('é');
        d.writeBoolean(true);
        d.writeFloat(1.5f);
        d.writeDouble(-2.25);
        d.writeUTF("héllo\0中");
        d.writeBytes("ab");
        p(d.size() + " " + Arrays.toString(o.toByteArray()));
        DataInputStream i = new DataInputStream(new ByteArrayInputStream(o.toByteArray()));
        p(i.readInt() + " " + i.readLong() + i.readShort() + i.readByte() + i.readChar() + i.readBoolean() + i.readFloat() + i.readDouble() + i.readUTF().length() + i.readUnsignedByte());
        i.skipBytes(1);
        try {
            i.readInt();
        }  catch (EOFException e) {
            p(e);
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
