package java.nio.file.attribute;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** An entry of an access list. */
public final class AclEntry {
    private final AclEntryType type;
    private final UserPrincipal who;
    private final Set<AclEntryPermission> perms;
    private final Set<AclEntryFlag> flags;

    private AclEntry(AclEntryType type, UserPrincipal who, Set<AclEntryPermission> perms, Set<AclEntryFlag> flags) {
        this.type = type;
        this.who = who;
        this.perms = perms;
        this.flags = flags;
    }

    public static Builder newBuilder() {
        return new Builder(null, null, Set.of(), Set.of());
    }

    public static Builder newBuilder(AclEntry entry) {
        return new Builder(entry.type, entry.who, entry.perms, entry.flags);
    }

    public AclEntryType type() {
        return type;
    }

    public UserPrincipal principal() {
        return who;
    }

    public Set<AclEntryPermission> permissions() {
        return new HashSet<>(perms);
    }

    public Set<AclEntryFlag> flags() {
        return new HashSet<>(flags);
    }

    @Override
    public boolean equals(Object ob) {
        if (!(ob instanceof AclEntry)) {
            return false;
        }
        AclEntry o = (AclEntry) ob;
        return type == o.type && who.equals(o.who) && perms.equals(o.perms) && flags.equals(o.flags);
    }

    @Override
    public int hashCode() {
        return ((type.hashCode() * 127 + who.hashCode()) * 127 + perms.hashCode()) * 127 + flags.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(who.getName()).append(':');
        for (AclEntryPermission p : perms) {
            sb.append(p.name()).append('/');
        }
        sb.setCharAt(sb.length() - 1, ':');
        if (!flags.isEmpty()) {
            for (AclEntryFlag f : flags) {
                sb.append(f.name()).append('/');
            }
            sb.setCharAt(sb.length() - 1, ':');
        }
        return sb.append(type.name()).toString();
    }

    /** Builds entries. */
    public static final class Builder {
        private AclEntryType type;
        private UserPrincipal who;
        private Set<AclEntryPermission> perms;
        private Set<AclEntryFlag> flags;

        private Builder(AclEntryType type, UserPrincipal who, Set<AclEntryPermission> perms, Set<AclEntryFlag> flags) {
            this.type = type;
            this.who = who;
            this.perms = perms;
            this.flags = flags;
        }

        public AclEntry build() {
            if (type == null) {
                throw new IllegalStateException("Missing type component");
            }
            if (who == null) {
                throw new IllegalStateException("Missing who component");
            }
            return new AclEntry(type, who, perms, flags);
        }

        public Builder setType(AclEntryType type) {
            this.type = Objects.requireNonNull(type);
            return this;
        }

        public Builder setPrincipal(UserPrincipal who) {
            this.who = Objects.requireNonNull(who);
            return this;
        }

        public Builder setPermissions(Set<AclEntryPermission> perms) {
            this.perms = perms.isEmpty() ? Collections.emptySet() : EnumSet.copyOf(perms);
            return this;
        }

        public Builder setPermissions(AclEntryPermission... perms) {
            return setPermissions(new HashSet<>(Arrays.asList(perms)));
        }

        public Builder setFlags(Set<AclEntryFlag> flags) {
            this.flags = flags.isEmpty() ? Collections.emptySet() : EnumSet.copyOf(flags);
            return this;
        }

        public Builder setFlags(AclEntryFlag... flags) {
            return setFlags(new HashSet<>(Arrays.asList(flags)));
        }
    }
}
