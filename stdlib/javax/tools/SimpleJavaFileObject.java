package javax.tools;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;

public class SimpleJavaFileObject implements JavaFileObject {
    protected final java.net.URI uri;

    protected final JavaFileObject.Kind kind;

    protected SimpleJavaFileObject(java.net.URI uRI, JavaFileObject.Kind kind) {
        this.uri = Objects.requireNonNull(uRI);
        this.kind = Objects.requireNonNull(kind);
        if (uRI.getPath() == null) {
            throw new IllegalArgumentException("URI must have a path: " + uRI);
        }
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public Modifier getAccessLevel() {
        return null;
    }

    @Override
    public CharSequence getCharContent(boolean value) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public JavaFileObject.Kind getKind() {
        return kind;
    }

    @Override
    public long getLastModified() {
        return 0L;
    }

    @Override
    public String getName() {
        return uri.getPath();
    }

    @Override
    public NestingKind getNestingKind() {
        return null;
    }

    @Override
    public boolean isNameCompatible(String string, JavaFileObject.Kind kind) {
        String file = string + kind.extension;
        return kind == this.kind && (file.equals(uri.getPath()) || uri.getPath().endsWith("/" + file));
    }

    @Override
    public InputStream openInputStream() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reader openReader(boolean value) throws IOException {
        CharSequence content = getCharContent(value);
        if (content == null) {
            throw new UnsupportedOperationException();
        }
        return content instanceof CharBuffer buffer && buffer.hasArray()
                ? new CharArrayReader(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining())
                : new StringReader(content.toString());
    }

    @Override
    public Writer openWriter() throws IOException {
        return new OutputStreamWriter(openOutputStream());
    }

    @Override
    public String toString() {
        return getClass().getName() + "[" + toUri() + "]";
    }

    @Override
    public java.net.URI toUri() {
        return uri;
    }
}
