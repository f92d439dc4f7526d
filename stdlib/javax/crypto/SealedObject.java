package javax.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** An object in enciphered form. */
public class SealedObject implements Serializable {
    private static final long serialVersionUID = 4482838265551344752L;
    private final byte[] encryptedContent;
    private final String sealAlg;
    private final String paramsAlg;
    protected byte[] encodedParams;

    public SealedObject(Serializable object, Cipher c) throws IOException, IllegalBlockSizeException {
        Objects.requireNonNull(c, "The cipher object is null!");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try {
            encryptedContent = c.doFinal(bytes.toByteArray());
        } catch (BadPaddingException e) {
            throw new IllegalStateException(e);
        }
        AlgorithmParameters params = c.getParameters();
        encodedParams = params == null ? null : params.getEncoded();
        paramsAlg = params == null ? null : params.getAlgorithm();
        sealAlg = c.getAlgorithm();
    }

    protected SealedObject(SealedObject so) {
        encryptedContent = so.encryptedContent.clone();
        sealAlg = so.sealAlg;
        paramsAlg = so.paramsAlg;
        encodedParams = so.encodedParams == null ? null : so.encodedParams.clone();
    }

    public final String getAlgorithm() {
        return sealAlg;
    }

    public final Object getObject(Key key) throws IOException, ClassNotFoundException, NoSuchAlgorithmException, InvalidKeyException {
        Objects.requireNonNull(key, "key is null");
        try {
            Cipher c = Cipher.getInstance(sealAlg);
            if (encodedParams != null) {
                AlgorithmParameters params = AlgorithmParameters.getInstance(paramsAlg);
                params.init(encodedParams);
                c.init(Cipher.DECRYPT_MODE, key, params);
            } else {
                c.init(Cipher.DECRYPT_MODE, key);
            }
            return getObject(c);
        } catch (NoSuchPaddingException e) {
            throw new NoSuchAlgorithmException("algorithm not found");
        } catch (IllegalBlockSizeException | BadPaddingException | InvalidAlgorithmParameterException e) {
            throw new InvalidKeyException(e.getMessage());
        }
    }

    public final Object getObject(Cipher c) throws IOException, ClassNotFoundException, IllegalBlockSizeException, BadPaddingException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(c.doFinal(encryptedContent)))) {
            return in.readObject();
        }
    }
}
