import java.io.IOException;
import java.net.DatagramSocket;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** Without a grant there is no network. */
public class Network {
    interface Body { Object run() throws IOException; }

    static void refused(String name, Body body) {
        try {
            System.out.println(name + ": done, " + body.run());
        } catch (SocketException e) {
            System.out.println(name + ": SocketException");
        } catch (IOException e) {
            System.out.println(name + ": " + e);
        }
    }

    public static void main(String[] args) {
        refused("connect", () -> new Socket("127.0.0.1", 22));
        refused("listen", () -> new ServerSocket(0));
        refused("messages", DatagramSocket::new);
        refused("interfaces", NetworkInterface::getNetworkInterfaces);
    }
}
