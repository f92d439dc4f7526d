import java.io.*;
import java.util.Arrays;

public class RandomAccess {
    public static void main(String[] args) throws Exception {
        File f = File.createTempFile("raf", ".bin");
        f.deleteOnExit();
        try (RandomAccessFile r = new RandomAccessFile(f, "rw")) {
            r.writeInt(0x01020304);
            r.writeLong(-5);
            r.writeDouble(Math.E);
            r.writeUTF("zwölf");
            r.writeBytes("line one\r\nline two\nline three");
            r.writeChars("ab");
            r.writeBoolean(true);
            r.writeShort(-2);
            System.out.println(r.length() + " " + r.getFilePointer());
            r.seek(0);
            System.out.println(r.readInt() + " " + r.readLong() + " " + r.readDouble() + " " + r.readUTF());
            System.out.println(r.readLine() + "|" + r.readLine());
            byte[] b = new byte[10];
            r.readFully(b);
            System.out.println(new String(b));
            System.out.println(r.readChar() + "" + r.readChar() + r.readBoolean() + r.readShort());
            System.out.println(r.read());
            try {
                r.readByte();
            } catch (EOFException e) {
                System.out.println("EOF");
            }
            r.seek(2);
            r.write(99);
            r.seek(0);
            System.out.println(Integer.toHexString(r.readInt()));
            System.out.println(r.skipBytes(1000) + " " + r.skipBytes(-1));
            r.seek(100);
            r.write(new byte[] {1, 2, 3}, 1, 2);
            System.out.println(r.length());
            r.setLength(10);
            System.out.println(r.length() + " " + r.getFilePointer());
            try {
                r.seek(-1);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
        try (RandomAccessFile r = new RandomAccessFile(f.getPath(), "r")) {
            byte[] b = new byte[20];
            System.out.println(r.read(b) + Arrays.toString(b));
            try {
                r.write(1);
            } catch (IOException e) {
                System.out.println("write: " + e.getMessage());
            }
        }
        try {
            new RandomAccessFile(f, "x");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            new RandomAccessFile("/nonexistent/x", "r");
        } catch (FileNotFoundException e) {
            System.out.println(e.getMessage());
        }
        RandomAccessFile closed = new RandomAccessFile(f, "r");
        closed.close();
        try {
            closed.read();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
