package java.util.concurrent;

/** Thrown to those at a barrier that broke. */
public class BrokenBarrierException extends Exception {

    public BrokenBarrierException() {
    }

    public BrokenBarrierException(String message) {
        super(message);
    }
}
