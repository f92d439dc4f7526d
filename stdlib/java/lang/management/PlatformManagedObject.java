package java.lang.management;

/** Something of the machine that can be asked. It has no name for a server of beans: there is none. */
public interface PlatformManagedObject {
}
