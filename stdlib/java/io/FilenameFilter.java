package java.io;

/** Selects files by folder and name. */
@FunctionalInterface
public interface FilenameFilter {
    boolean accept(File dir, String name);
}
