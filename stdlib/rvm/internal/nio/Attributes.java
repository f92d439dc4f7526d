package rvm.internal.nio;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import rvm.internal.HostIO;

/** What stat(2) says. */
final class Attributes implements PosixFileAttributes {
    final long[] stat;

    private Attributes(long[] stat) {
        this.stat = stat;
    }

    static Attributes read(Path path, boolean follow) throws IOException {
        long[] stat = new long[HostIO.STAT_SLOTS];
        int result = HostIO.stat(HostPath.checked(path).host(), follow, stat);
        if (result < 0) {
            throw HostProvider.failure(-result, path.toString(), null);
        }
        return new Attributes(stat);
    }

    static Attributes readOrNull(Path path) {
        long[] stat = new long[HostIO.STAT_SLOTS];
        return HostIO.stat(HostPath.checked(path).host(), false, stat) < 0 ? null : new Attributes(stat);
    }

    static FileTime time(long nanos) {
        return FileTime.from(Instant.ofEpochSecond(Math.floorDiv(nanos, 1000_000_000L), Math.floorMod(nanos, 1000_000_000L)));
    }

    private boolean is(int kind) {
        return (stat[HostIO.MODE] & 0xf000) == kind;
    }

    @Override
    public FileTime lastModifiedTime() {
        return time(stat[HostIO.MODIFIED]);
    }

    @Override
    public FileTime lastAccessTime() {
        return time(stat[HostIO.ACCESSED]);
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
        return is(0x8000);
    }

    @Override
    public boolean isDirectory() {
        return is(0x4000);
    }

    @Override
    public boolean isSymbolicLink() {
        return is(0xa000);
    }

    @Override
    public boolean isOther() {
        return !isRegularFile() && !isDirectory() && !isSymbolicLink();
    }

    @Override
    public long size() {
        return stat[HostIO.SIZE];
    }

    @Override
    public Object fileKey() {
        return new Key(stat[HostIO.DEVICE], stat[HostIO.INODE]);
    }

    @Override
    public UserPrincipal owner() {
        return HostFileSystem.User.of((int) stat[HostIO.UID], false);
    }

    @Override
    public GroupPrincipal group() {
        return (GroupPrincipal) HostFileSystem.User.of((int) stat[HostIO.GID], true);
    }

    @Override
    public Set<PosixFilePermission> permissions() {
        EnumSet<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission p : PosixFilePermission.values()) {
            if ((stat[HostIO.MODE] & 256 >> p.ordinal()) != 0) {
                set.add(p);
            }
        }
        return set;
    }

    /** Device and inode. */
    private static final class Key {
        private final long device;
        private final long inode;

        Key(long device, long inode) {
            this.device = device;
            this.inode = inode;
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof Key && device == ((Key) obj).device && inode == ((Key) obj).inode;
        }

        @Override
        public int hashCode() {
            return (int) (device ^ device >>> 32) + (int) (inode ^ inode >>> 32);
        }

        @Override
        public String toString() {
            return "(dev=" + Long.toHexString(device) + ",ino=" + inode + ')';
        }
    }
}
