package javax.annotation.processing;

import java.io.IOException;

public class FilerException extends IOException {
    public FilerException(String string) {
        super(string);
    }
}
