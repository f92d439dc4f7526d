package java.nio.charset;

import java.io.IOException;

/** Characters could not be encoded or decoded. */
public class CharacterCodingException extends IOException {
    public CharacterCodingException() {
    }
}
