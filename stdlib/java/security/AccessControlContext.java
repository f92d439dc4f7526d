package java.security;

/** Whose rights count; here all are granted. */
@Deprecated(since = "17", forRemoval = true)
public final class AccessControlContext {
    private final ProtectionDomain[] context;
    private final DomainCombiner combiner;

    public AccessControlContext(ProtectionDomain[] context) {
        this.context = context.clone();
        this.combiner = null;
    }

    public AccessControlContext(AccessControlContext acc, DomainCombiner combiner) {
        this.context = acc.context;
        this.combiner = combiner;
    }

    public DomainCombiner getDomainCombiner() {
        return combiner;
    }

    public void checkPermission(Permission perm) throws AccessControlException {
        if (perm == null) {
            throw new NullPointerException("permission can't be null");
        }
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof AccessControlContext && java.util.Arrays.equals(context, ((AccessControlContext) obj).context);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(context);
    }
}
