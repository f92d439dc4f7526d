package javax.lang.model;

public class UnknownEntityException extends RuntimeException {
    protected UnknownEntityException(String string) {
        super(string);
    }
}
