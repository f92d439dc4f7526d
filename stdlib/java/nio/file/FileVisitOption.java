package java.nio.file;

/** How a tree is walked. */
public enum FileVisitOption {
    FOLLOW_LINKS
}
