package java.nio.file.attribute;

import java.security.Principal;

/** A user or group of the host. */
public interface UserPrincipal extends Principal {
}
