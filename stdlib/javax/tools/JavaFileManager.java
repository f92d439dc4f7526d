package javax.tools;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.Set;

public interface JavaFileManager extends Closeable, Flushable, OptionChecker {
    @Override
    void close() throws IOException;

    default boolean contains(JavaFileManager.Location location, FileObject fileObject) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    void flush() throws IOException;

    ClassLoader getClassLoader(JavaFileManager.Location location);

    FileObject getFileForInput(JavaFileManager.Location location, String string1, String string2) throws IOException;

    FileObject getFileForOutput(JavaFileManager.Location location, String string1, String string2, FileObject fileObject) throws IOException;

    JavaFileObject getJavaFileForInput(JavaFileManager.Location location, String string, JavaFileObject.Kind kind) throws IOException;

    JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String string, JavaFileObject.Kind kind, FileObject fileObject) throws IOException;

    default JavaFileManager.Location getLocationForModule(JavaFileManager.Location location, String string) throws IOException {
        throw new UnsupportedOperationException();
    }

    default JavaFileManager.Location getLocationForModule(JavaFileManager.Location location, JavaFileObject javaFileObject) throws IOException {
        throw new UnsupportedOperationException();
    }

    default <S> ServiceLoader<S> getServiceLoader(JavaFileManager.Location location, Class<S> value) throws IOException {
        throw new UnsupportedOperationException();
    }

    boolean handleOption(String string, Iterator<String> iterator);

    boolean hasLocation(JavaFileManager.Location location);

    String inferBinaryName(JavaFileManager.Location location, JavaFileObject javaFileObject);

    default String inferModuleName(JavaFileManager.Location location) throws IOException {
        throw new UnsupportedOperationException();
    }

    boolean isSameFile(FileObject fileObject0, FileObject fileObject1);

    Iterable<JavaFileObject> list(JavaFileManager.Location location, String string, Set<JavaFileObject.Kind> set, boolean value) throws IOException;

    default Iterable<Set<JavaFileManager.Location>> listLocationsForModules(JavaFileManager.Location location) throws IOException {
        throw new UnsupportedOperationException();
    }

    interface Location {
        String getName();

        default boolean isModuleOrientedLocation() {
            return false;
        }

        boolean isOutputLocation();
    }
}
