package java.util.logging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;

/** Sends records over the network. */
public class SocketHandler extends StreamHandler {
    private Socket socket;

    public SocketHandler() throws IOException {
        configure(Level.ALL, new XMLFormatter());
        LogManager manager = LogManager.getLogManager();
        String name = getClass().getName();
        connect(manager.getProperty(name + ".host"), manager.number(name + ".port", 0));
    }

    public SocketHandler(String host, int port) throws IOException {
        configure(Level.ALL, new XMLFormatter());
        connect(host, port);
    }

    private void connect(String host, int port) throws IOException {
        if (port == 0) {
            throw new IllegalArgumentException("Bad port: " + port);
        }
        if (host == null) {
            throw new IllegalArgumentException("Null host name: " + host);
        }
        socket = new Socket(host, port);
        setOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    @Override
    public synchronized void close() throws SecurityException {
        super.close();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                reportError(null, e, ErrorManager.CLOSE_FAILURE);
            }
            socket = null;
        }
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (isLoggable(record)) {
            super.publish(record);
            flush();
        }
    }
}
