package java.security;

import java.net.URL;
import java.security.cert.Certificate;

/** Where classes come from. */
public class CodeSource implements java.io.Serializable {
    private static final long serialVersionUID = 4977541819976013951L;

    private final URL location;
    private final transient Certificate[] certs;
    private final transient CodeSigner[] signers;

    public CodeSource(URL url, Certificate[] certs) {
        this.location = url;
        this.certs = certs == null ? null : certs.clone();
        this.signers = null;
    }

    public CodeSource(URL url, CodeSigner[] signers) {
        this.location = url;
        this.certs = null;
        this.signers = signers == null ? null : signers.clone();
    }

    public final URL getLocation() {
        return location;
    }

    public final Certificate[] getCertificates() {
        return certs == null ? null : certs.clone();
    }

    public final CodeSigner[] getCodeSigners() {
        return signers == null ? null : signers.clone();
    }

    public boolean implies(CodeSource codesource) {
        return codesource != null && (location == null || location.equals(codesource.location));
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof CodeSource)) {
            return false;
        }
        CodeSource o = (CodeSource) obj;
        return java.util.Objects.equals(location, o.location) && java.util.Arrays.equals(certs, o.certs);
    }

    @Override
    public int hashCode() {
        return location == null ? 0 : location.hashCode();
    }

    @Override
    public String toString() {
        return "(" + location + " " + (certs == null || certs.length == 0 ? "<no signer certificates>" : java.util.Arrays.toString(certs)) + ")";
    }
}
