package javax.crypto;

import java.security.InvalidKeyException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/** What turns descriptions into secret keys. */
public abstract class SecretKeyFactorySpi {
    public SecretKeyFactorySpi() {
    }

    protected abstract SecretKey engineGenerateSecret(KeySpec keySpec) throws InvalidKeySpecException;

    protected abstract KeySpec engineGetKeySpec(SecretKey key, Class<?> keySpec) throws InvalidKeySpecException;

    protected abstract SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException;
}
