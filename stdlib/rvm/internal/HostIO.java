package rvm.internal;

import java.io.IOException;

/**
 * Files of the host. Natives return a value of 0 or more, or the negative of Linux's errno. They do not block the collector and go on after a
 * signal (EINTR).
 */
public final class HostIO {
    /** Flags of {@link #open}. */
    public static final int READ = 1;
    public static final int WRITE = 2;
    public static final int CREATE = 4;
    public static final int TRUNCATE = 8;
    public static final int APPEND = 16;
    public static final int EXCLUSIVE = 32;
    public static final int SYNC = 64;
    public static final int DATA_SYNC = 128;
    public static final int NO_FOLLOW = 256;

    /** What {@link #seek} counts from. */
    public static final int FROM_START = 0;
    public static final int FROM_HERE = 1;
    public static final int FROM_END = 2;

    /** Slots of {@link #stat}'s result. */
    public static final int MODE = 0;
    public static final int SIZE = 1;
    public static final int MODIFIED = 2;
    public static final int ACCESSED = 3;
    public static final int CHANGED = 4;
    public static final int DEVICE = 5;
    public static final int INODE = 6;
    public static final int UID = 7;
    public static final int GID = 8;
    public static final int STAT_SLOTS = 9;

    /** Kinds of {@link #lock}. */
    public static final int SHARED = 0;
    public static final int EXCLUSIVE_LOCK = 1;
    public static final int UNLOCK = 2;

    /** Numbers of errors. */
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int EEXIST = 17;
    public static final int EXDEV = 18;
    public static final int ENOTDIR = 20;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int ENOTEMPTY = 39;
    public static final int ELOOP = 40;

    private HostIO() {
    }

    /** Opens a file (path in UTF-8, close-on-exec): its number. */
    public static native int open(String path, int flags, int mode);

    /** Closes; numbers 0 to 2 are only forgotten. */
    public static native int close(int fd);

    /** Reads at most {@code len} bytes: how many, 0 at the end. */
    public static native int read(int fd, byte[] b, int off, int len);

    /** Writes at most {@code len} bytes: how many. */
    public static native int write(int fd, byte[] b, int off, int len);

    /** Moves the position: the new one from the start. */
    public static native long seek(int fd, long offset, int whence);

    /** The length of an open file. */
    public static native long size(int fd);

    /** Sets the length of an open file. */
    public static native int truncate(int fd, long size);

    /** How many bytes can be read without waiting. */
    public static native int available(int fd);

    /** fsync. */
    public static native int sync(int fd);

    /** Whether an open file is a terminal: 1 or 0. */
    public static native int isTerminal(int fd);

    /** Whether a terminal shows what is typed; returns 1 if it did so before. */
    public static native int setEcho(int fd, boolean on);

    /** Fills with numbers from the host's cryptographic source. */
    public static native void random(byte[] b);

    /** Attributes of a file into {@code out} (st_mode, bytes, nanoseconds since 1970 three times, device, inode, owner, group). */
    public static native int stat(String path, boolean follow, long[] out);

    /** The same of an open file. */
    public static native int statOpen(int fd, long[] out);

    /** Locks a region of a file for this process (fcntl), or unlocks it. */
    public static native int lock(int fd, long position, long size, int kind, boolean wait);

    /** The name of a user, or of a group; null if it has none. */
    public static native String accountName(int id, boolean group);

    /** The number of a user, or of a group, by name; -1 if there is none. */
    public static native int accountNumber(String name, boolean group);

    /** Changes owner and group; -1 leaves one as it is. */
    public static native int chown(String path, int uid, int gid, boolean follow);

    /** Sets the times of a file, not following a link; nanoseconds as for {@link #setTimes}. */
    public static native int setTimesNoFollow(String path, long accessed, long modified);

    /** access(2): bits 4 read, 2 write, 1 execute, 0 existence. */
    public static native int access(String path, int bits);

    public static native int mkdir(String path, int mode);

    public static native int rmdir(String path);

    public static native int unlink(String path);

    public static native int rename(String from, String to);

    public static native int chmod(String path, int mode);

    /** Sets the times of a file, nanoseconds since 1970; {@code Long.MIN_VALUE} leaves one as it is. */
    public static native int setTimes(String path, long accessed, long modified);

    public static native int link(String existing, String path);

    public static native int symlink(String target, String path);

    /** The target of a symbolic link; null with {@code error[0]} set on failure. */
    public static native String readLink(String path, int[] error);

    /** The names in a folder without . and .., in the host's order; null with {@code error[0]} set on failure. */
    public static native String[] list(String path, int[] error);

    /** The absolute path without links; null with {@code error[0]} set on failure. */
    public static native String realPath(String path, int[] error);

    /** Total, free and usable bytes of the file system of a path. */
    public static native int space(String path, long[] out);

    /** strerror: "No such file or directory". */
    public static native String errorText(int errno);

    /** Passes a result on, a failure as an IOException. */
    public static int check(int result) throws IOException {
        if (result < 0) {
            throw new IOException(errorText(-result));
        }
        return result;
    }

    /** Likewise for long results. */
    public static long check(long result) throws IOException {
        if (result < 0) {
            throw new IOException(errorText((int) -result));
        }
        return result;
    }

    /** Writes all bytes. */
    public static void writeFully(int fd, byte[] b, int off, int len) throws IOException {
        int at = off;
        int left = len;
        while (left > 0) {
            int n = check(write(fd, b, at, left));
            at += n;
            left -= n;
        }
    }
}
