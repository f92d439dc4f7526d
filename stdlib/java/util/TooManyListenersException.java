package java.util;

/** Thrown when an event source accepts a single listener and already has it. */
public class TooManyListenersException extends Exception {

    public TooManyListenersException() {
    }

    public TooManyListenersException(String s) {
        super(s);
    }
}
