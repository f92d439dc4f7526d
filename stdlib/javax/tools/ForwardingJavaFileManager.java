package javax.tools;

import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;

public class ForwardingJavaFileManager<M extends JavaFileManager> implements JavaFileManager {
    protected final M fileManager;

    protected ForwardingJavaFileManager(M javaFileManager) {
        this.fileManager = Objects.requireNonNull(javaFileManager);
    }

    @Override
    public void close() throws IOException {
        fileManager.close();
    }

    @Override
    public boolean contains(JavaFileManager.Location location, FileObject fileObject) throws IOException {
        return fileManager.contains(location, fileObject);
    }

    @Override
    public void flush() throws IOException {
        fileManager.flush();
    }

    @Override
    public ClassLoader getClassLoader(JavaFileManager.Location location) {
        return fileManager.getClassLoader(location);
    }

    @Override
    public FileObject getFileForInput(JavaFileManager.Location location, String string1, String string2) throws IOException {
        return fileManager.getFileForInput(location, string1, string2);
    }

    @Override
    public FileObject getFileForOutput(JavaFileManager.Location location, String string1, String string2, FileObject fileObject) throws IOException {
        return fileManager.getFileForOutput(location, string1, string2, fileObject);
    }

    @Override
    public JavaFileObject getJavaFileForInput(JavaFileManager.Location location, String string, JavaFileObject.Kind kind) throws IOException {
        return fileManager.getJavaFileForInput(location, string, kind);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String string, JavaFileObject.Kind kind, FileObject fileObject) throws IOException {
        return fileManager.getJavaFileForOutput(location, string, kind, fileObject);
    }

    @Override
    public JavaFileManager.Location getLocationForModule(JavaFileManager.Location location, String string) throws IOException {
        return fileManager.getLocationForModule(location, string);
    }

    @Override
    public JavaFileManager.Location getLocationForModule(JavaFileManager.Location location, JavaFileObject javaFileObject) throws IOException {
        return fileManager.getLocationForModule(location, javaFileObject);
    }

    @Override
    public <S> ServiceLoader<S> getServiceLoader(JavaFileManager.Location location, Class<S> value) throws IOException {
        return fileManager.getServiceLoader(location, value);
    }

    @Override
    public boolean handleOption(String string, Iterator<String> iterator) {
        return fileManager.handleOption(string, iterator);
    }

    @Override
    public boolean hasLocation(JavaFileManager.Location location) {
        return fileManager.hasLocation(location);
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject javaFileObject) {
        return fileManager.inferBinaryName(location, javaFileObject);
    }

    @Override
    public String inferModuleName(JavaFileManager.Location location) throws IOException {
        return fileManager.inferModuleName(location);
    }

    @Override
    public boolean isSameFile(FileObject fileObject0, FileObject fileObject1) {
        return fileManager.isSameFile(fileObject0, fileObject1);
    }

    @Override
    public int isSupportedOption(String string) {
        return fileManager.isSupportedOption(string);
    }

    @Override
    public Iterable<JavaFileObject> list(JavaFileManager.Location location, String string, Set<JavaFileObject.Kind> set, boolean value) throws IOException {
        return fileManager.list(location, string, set, value);
    }

    @Override
    public Iterable<Set<JavaFileManager.Location>> listLocationsForModules(JavaFileManager.Location location) throws IOException {
        return fileManager.listLocationsForModules(location);
    }
}
