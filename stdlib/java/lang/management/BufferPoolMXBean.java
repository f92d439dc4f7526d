package java.lang.management;

/** Memory of buffers. */
public interface BufferPoolMXBean extends PlatformManagedObject {
    String getName();

    long getCount();

    long getTotalCapacity();

    long getMemoryUsed();
}
