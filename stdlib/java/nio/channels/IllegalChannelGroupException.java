package java.nio.channels;

/** The group is of another provider. */
public class IllegalChannelGroupException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public IllegalChannelGroupException() {
        super();
    }
}
