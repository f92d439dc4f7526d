package java.io;

/** Selects files. */
@FunctionalInterface
public interface FileFilter {
    boolean accept(File pathname);
}
