package rvm.internal.nio;

import java.io.IOException;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Set;
import rvm.internal.HostIO;

/** Attributes of a file, to read and to change. */
final class View implements PosixFileAttributeView {
    private final HostPath path;
    private final boolean follow;
    private final String name;

    View(HostPath path, boolean follow, String name) {
        this.path = path;
        this.follow = follow;
        this.name = name;
    }

    private void check(int result) throws IOException {
        if (result < 0) {
            throw HostProvider.failure(-result, path.toString(), null);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
        return Attributes.read(path, follow);
    }

    private static long nanos(FileTime time) {
        if (time == null) {
            return Long.MIN_VALUE;
        }
        Instant i = time.toInstant();
        try {
            return Math.addExact(Math.multiplyExact(i.getEpochSecond(), 1000_000_000L), i.getNano());
        } catch (ArithmeticException e) {
            return i.getEpochSecond() < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
        }
    }

    @Override
    public void setTimes(FileTime lastModifiedTime, FileTime lastAccessTime, FileTime createTime) throws IOException {
        if (lastModifiedTime == null && lastAccessTime == null) {
            return;
        }
        long accessed = nanos(lastAccessTime);
        long modified = nanos(lastModifiedTime);
        check(follow ? HostIO.setTimes(path.host(), accessed, modified) : HostIO.setTimesNoFollow(path.host(), accessed, modified));
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> perms) throws IOException {
        check(HostIO.chmod(path.host(), HostProvider.bits(perms)));
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
        return readAttributes().owner();
    }

    private static int id(UserPrincipal principal) {
        if (!(principal instanceof HostFileSystem.User)) {
            throw new ProviderMismatchException();
        }
        return ((HostFileSystem.User) principal).id;
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
        check(HostIO.chown(path.host(), id(owner), -1, follow));
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
        check(HostIO.chown(path.host(), -1, id(group), follow));
    }
}
