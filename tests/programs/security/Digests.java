import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AccessController;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.SecureRandom;

/** Digests of many lengths, in pieces; random numbers; privileged actions. */
public class Digests {
    static String hex(byte[] b) {
        StringBuilder sb = new StringBuilder();
        for (byte x : b) {
            sb.append(String.format("%02x", x));
        }
        return sb.toString();
    }

    public static void main(String[] args) throws Exception {
        String[] names = {"MD5", "SHA-1", "SHA", "sha1", "SHA-224", "SHA-256", "sha-256", "SHA-384", "SHA-512", "SHA-512/224", "SHA-512/256",
            "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512"};
        for (String name : names) {
            MessageDigest md = MessageDigest.getInstance(name);
            System.out.println(name + " " + md.getAlgorithm() + " " + md.getDigestLength());
            System.out.println("  " + hex(md.digest()));
            System.out.println("  " + hex(md.digest("The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8))));
            // All lengths about the sizes of blocks.
            MessageDigest all = MessageDigest.getInstance(name);
            byte[] data = new byte[300];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (i * 7 + 3);
            }
            for (int n = 0; n <= 300; n++) {
                md.update(data, 0, n / 3);
                md.update(data, n / 3, n - n / 3);
                all.update(md.digest());
            }
            System.out.println("  " + hex(all.digest()));
            md.update(data, 0, 100);
            MessageDigest copy = (MessageDigest) md.clone();
            md.update(ByteBuffer.wrap(data, 100, 50));
            copy.update(data, 100, 50);
            System.out.println("  " + MessageDigest.isEqual(md.digest(), copy.digest()));
        }
        try {
            MessageDigest.getInstance("SHA-999");
        } catch (NoSuchAlgorithmException e) {
            System.out.println(e.getMessage());
        }
        try {
            MessageDigest.getInstance("MD5", "Nobody");
        } catch (NoSuchProviderException e) {
            System.out.println(e.getMessage());
        }
        try (DigestInputStream in = new DigestInputStream(new ByteArrayInputStream("abc".getBytes()), MessageDigest.getInstance("SHA-256"))) {
            in.readAllBytes();
            System.out.println(hex(in.getMessageDigest().digest()));
        }
        SecureRandom r = new SecureRandom();
        byte[] b = new byte[32];
        r.nextBytes(b);
        int sum = 0;
        for (byte x : b) {
            sum |= x;
        }
        System.out.println((sum != 0) + " " + (r.nextInt(10) < 10) + " " + (r.nextLong() != r.nextLong()) + " " + (r.nextDouble() < 1) + " " + r.generateSeed(5).length);
        System.out.println(AccessController.doPrivileged((PrivilegedAction<String>) () -> "run"));
        try {
            AccessController.doPrivileged((PrivilegedExceptionAction<String>) () -> {
                throw new java.io.IOException("no");
            });
        } catch (PrivilegedActionException e) {
            System.out.println(e + " " + e.getException().getMessage());
        }
        System.out.println(Digests.class.getProtectionDomain().getCodeSource().getLocation().getProtocol());
    }
}
