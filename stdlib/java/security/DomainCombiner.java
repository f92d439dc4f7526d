package java.security;

/** Combines domains. */
@Deprecated(since = "17", forRemoval = true)
public interface DomainCombiner {
    ProtectionDomain[] combine(ProtectionDomain[] currentDomains, ProtectionDomain[] assignedDomains);
}
