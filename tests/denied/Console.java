import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The console is a stream, even where the host has put a file: nothing is read again, and nothing is written over or cut off. */
public class Console {
    interface Body { Object run() throws IOException; }

    static void refused(String name, Body body) {
        try {
            System.out.println(name + ": done, " + body.run());
        } catch (IOException e) {
            System.out.println(name + ": IOException");
        }
    }

    public static void main(String[] args) throws IOException {
        System.out.println("first");
        FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
        FileChannel in = new FileInputStream(FileDescriptor.in).getChannel();
        refused("position", () -> out.position(0));
        refused("write at", () -> out.write(ByteBuffer.wrap("XXXXX".getBytes()), 0));
        refused("truncate", () -> out.truncate(0));
        refused("read at", () -> in.read(ByteBuffer.allocate(5), 0));
        refused("input's position", () -> in.position(2));
        System.out.println((char) System.in.read());
    }
}
