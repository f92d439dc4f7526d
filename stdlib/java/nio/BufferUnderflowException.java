package java.nio;

/** Too little is left in a buffer. */
public class BufferUnderflowException extends RuntimeException {
    public BufferUnderflowException() {
    }
}
