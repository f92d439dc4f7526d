package javax.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.util.Objects;

public class ForwardingFileObject<F extends FileObject> implements FileObject {
    protected final F fileObject;

    protected ForwardingFileObject(F fileObject) {
        this.fileObject = Objects.requireNonNull(fileObject);
    }

    @Override
    public boolean delete() {
        return fileObject.delete();
    }

    @Override
    public CharSequence getCharContent(boolean value) throws IOException {
        return fileObject.getCharContent(value);
    }

    @Override
    public long getLastModified() {
        return fileObject.getLastModified();
    }

    @Override
    public String getName() {
        return fileObject.getName();
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return fileObject.openInputStream();
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
        return fileObject.openOutputStream();
    }

    @Override
    public Reader openReader(boolean value) throws IOException {
        return fileObject.openReader(value);
    }

    @Override
    public Writer openWriter() throws IOException {
        return fileObject.openWriter();
    }

    @Override
    public URI toUri() {
        return fileObject.toUri();
    }
}
