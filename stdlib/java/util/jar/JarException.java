package java.util.jar;

import java.util.zip.ZipException;

/** A jar file is broken. */
public class JarException extends ZipException {
    public JarException() {
    }

    public JarException(String s) {
        super(s);
    }
}
