package java.lang;

/** The type of what once checked permissions; none can be installed. */
@Deprecated(since = "17", forRemoval = true)
public class SecurityManager {
    public SecurityManager() {
    }

    protected Class<?>[] getClassContext() {
        throw new UnsupportedOperationException("SecurityManager.getClassContext");
    }

    public Object getSecurityContext() {
        throw new UnsupportedOperationException("SecurityManager.getSecurityContext");
    }

    public ThreadGroup getThreadGroup() {
        return Thread.currentThread().getThreadGroup();
    }
}
