package javax.crypto.interfaces;

import javax.crypto.SecretKey;

/** A key made from a password. */
public interface PBEKey extends SecretKey {
    char[] getPassword();

    byte[] getSalt();

    int getIterationCount();
}
