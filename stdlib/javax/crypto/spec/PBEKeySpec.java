package javax.crypto.spec;

import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Objects;

/** A password, and how a key is made of it. */
public class PBEKeySpec implements KeySpec {
    private char[] password;
    private final byte[] salt;
    private final int iterationCount;
    private final int keyLength;

    private PBEKeySpec(byte[] salt, char[] password, int iterationCount, int keyLength) {
        this.password = password == null ? new char[0] : password.clone();
        this.salt = salt;
        this.iterationCount = iterationCount;
        this.keyLength = keyLength;
    }

    public PBEKeySpec(char[] password) {
        this((byte[]) null, password, 0, 0);
    }

    public PBEKeySpec(char[] password, byte[] salt, int iterationCount, int keyLength) {
        this(checked(salt, iterationCount), password, iterationCount, keyLength);
        if (keyLength <= 0) {
            throw new IllegalArgumentException("invalid keyLength value");
        }
    }

    public PBEKeySpec(char[] password, byte[] salt, int iterationCount) {
        this(checked(salt, iterationCount), password, iterationCount, 0);
    }

    private static byte[] checked(byte[] salt, int iterationCount) {
        Objects.requireNonNull(salt, "the salt parameter must be non-null");
        if (salt.length == 0) {
            throw new IllegalArgumentException("the salt parameter must not be empty");
        }
        if (iterationCount <= 0) {
            throw new IllegalArgumentException("invalid iterationCount value");
        }
        return salt.clone();
    }

    public final void clearPassword() {
        if (password != null) {
            Arrays.fill(password, ' ');
            password = null;
        }
    }

    public final char[] getPassword() {
        if (password == null) {
            throw new IllegalStateException("password has been cleared");
        }
        return password.clone();
    }

    public final byte[] getSalt() {
        return salt == null ? null : salt.clone();
    }

    public final int getIterationCount() {
        return iterationCount;
    }

    public final int getKeyLength() {
        return keyLength;
    }
}
