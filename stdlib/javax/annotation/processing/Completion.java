package javax.annotation.processing;

public interface Completion {
    String getMessage();

    String getValue();
}
