//! `rvm.internal.HostIO`: files of the host. Results are values of 0 or more, or negative error numbers.

use super::support::{non_null, ref_array};
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, vm};
use std::ffi::{CStr, CString, OsStr};
use std::io;
use std::os::unix::ffi::OsStrExt;

natives! {
    pub(super) TABLE;
    "rvm/internal/HostIO" {
        open "(Ljava/lang/String;II)I" = open;
        close "(I)I" = close;
        read "(I[BII)I" = read;
        write "(I[BII)I" = write;
        seek "(IJI)J" = seek;
        size "(I)J" = size;
        truncate "(IJ)I" = |t: &JavaThread, a: Args| {
            let (fd, size) = (a.int(0), a.long(1));
            // SAFETY: plain numbers.
            call(t, || unsafe { libc::ftruncate(fd, size) })
        };
        available "(I)I" = available;
        sync "(I)I" = |t: &JavaThread, a: Args| {
            let fd = a.int(0);
            // SAFETY: a plain number.
            call(t, || unsafe { libc::fsync(fd) })
        };
        isTerminal "(I)I" = |_: &JavaThread, a: Args| {
            // SAFETY: a plain number.
            unsafe { libc::isatty(a.int(0)) }
        };
        random "([B)V" = random;
        setEcho "(IZ)I" = set_echo;
        stat "(Ljava/lang/String;Z[J)I" = stat;
        statOpen "(I[J)I" = stat_open;
        lock "(IJJIZ)I" = lock;
        accountName "(IZ)Ljava/lang/String;" = account_name;
        accountNumber "(Ljava/lang/String;Z)I" = account_number;
        chown "(Ljava/lang/String;IIZ)I" = |t: &JavaThread, a: Args| {
            let (uid, gid) = (a.int(1) as libc::uid_t, a.int(2) as libc::gid_t);
            let flags = if a.boolean(3) { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe {
                libc::fchownat(libc::AT_FDCWD, p.as_ptr(), uid, gid, flags)
            })
        };
        setTimesNoFollow "(Ljava/lang/String;JJ)I" = |t: &JavaThread, a: Args| {
            set_times(t, a, libc::AT_SYMLINK_NOFOLLOW)
        };
        access "(Ljava/lang/String;I)I" = |t: &JavaThread, a: Args| {
            let bits = a.int(1);
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe { libc::access(p.as_ptr(), bits) })
        };
        mkdir "(Ljava/lang/String;I)I" = |t: &JavaThread, a: Args| {
            let mode = a.int(1) as libc::mode_t;
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe { libc::mkdir(p.as_ptr(), mode) })
        };
        rmdir "(Ljava/lang/String;)I" = |t: &JavaThread, a: Args| {
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe { libc::rmdir(p.as_ptr()) })
        };
        unlink "(Ljava/lang/String;)I" = |t: &JavaThread, a: Args| {
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe { libc::unlink(p.as_ptr()) })
        };
        rename "(Ljava/lang/String;Ljava/lang/String;)I" = |t: &JavaThread, a: Args| {
            // SAFETY: the paths end in 0.
            with_paths(t, a, |p, q| unsafe { libc::rename(p.as_ptr(), q.as_ptr()) })
        };
        chmod "(Ljava/lang/String;I)I" = |t: &JavaThread, a: Args| {
            let mode = a.int(1) as libc::mode_t;
            // SAFETY: the path ends in 0.
            with_path(t, a.reference(0), |p| unsafe { libc::chmod(p.as_ptr(), mode) })
        };
        setTimes "(Ljava/lang/String;JJ)I" = |t: &JavaThread, a: Args| set_times(t, a, 0);
        link "(Ljava/lang/String;Ljava/lang/String;)I" = |t: &JavaThread, a: Args| {
            // SAFETY: the paths end in 0.
            with_paths(t, a, |p, q| unsafe { libc::link(p.as_ptr(), q.as_ptr()) })
        };
        symlink "(Ljava/lang/String;Ljava/lang/String;)I" = |t: &JavaThread, a: Args| {
            // SAFETY: the paths end in 0.
            with_paths(t, a, |p, q| unsafe { libc::symlink(p.as_ptr(), q.as_ptr()) })
        };
        readLink "(Ljava/lang/String;[I)Ljava/lang/String;" = read_link;
        list "(Ljava/lang/String;[I)[Ljava/lang/String;" = list;
        realPath "(Ljava/lang/String;[I)Ljava/lang/String;" = real_path;
        space "(Ljava/lang/String;[J)I" = space;
        errorText "(I)Ljava/lang/String;" = |t: &JavaThread, a: Args| string::from_text(t, &error_text(a.int(0)));
    }
}

fn last_error() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO)
}

/// Runs a system call that may block, again after signals; its result or the negative error number.
fn call(thread: &JavaThread, mut f: impl FnMut() -> i32) -> i32 {
    call64(thread, || i64::from(f())) as i32
}

fn call64(thread: &JavaThread, mut f: impl FnMut() -> i64) -> i64 {
    thread.blocking(|| {
        loop {
            let result = f();
            if result >= 0 {
                return result;
            }
            match last_error() {
                libc::EINTR => {}
                error => return -i64::from(error),
            }
        }
    })
}

/// A path in the host's form; `None` if it contains a 0.
fn path_of(thread: &JavaThread, text: Ref) -> JResult<Option<CString>> {
    Ok(CString::new(string::text(non_null(thread, text)?)).ok())
}

fn with_path(thread: &JavaThread, text: Ref, mut f: impl FnMut(&CStr) -> i32) -> JResult<i32> {
    match path_of(thread, text)? {
        Some(path) => Ok(call(thread, || f(&path))),
        None => Ok(-libc::ENOENT),
    }
}

fn with_paths(thread: &JavaThread, args: Args, mut f: impl FnMut(&CStr, &CStr) -> i32) -> JResult<i32> {
    let (first, second) = (path_of(thread, args.reference(0))?, path_of(thread, args.reference(1))?);
    match (first, second) {
        (Some(first), Some(second)) => Ok(call(thread, || f(&first, &second))),
        _ => Ok(-libc::ENOENT),
    }
}

fn open(thread: &JavaThread, args: Args) -> JResult<i32> {
    let asked = args.int(1);
    let mut flags = libc::O_CLOEXEC;
    flags |= match asked & 3 {
        3 => libc::O_RDWR,
        2 => libc::O_WRONLY,
        _ => libc::O_RDONLY,
    };
    let bits = [
        (4, libc::O_CREAT),
        (8, libc::O_TRUNC),
        (16, libc::O_APPEND),
        (32, libc::O_EXCL),
        (64, libc::O_SYNC),
        (128, libc::O_DSYNC),
        (256, libc::O_NOFOLLOW),
    ];
    flags |= bits.iter().filter(|(bit, _)| asked & bit != 0).fold(0, |all, (_, flag)| all | flag);
    let mode = args.int(2) as libc::mode_t;
    // SAFETY: the path ends in 0.
    with_path(thread, args.reference(0), |p| unsafe { libc::open(p.as_ptr(), flags, mode) })
}

fn close(thread: &JavaThread, args: Args) -> i32 {
    let fd = args.int(0);
    if fd <= 2 {
        return 0;
    }
    // Not repeated after a signal: the number is free already.
    // SAFETY: the library closes only what it opened.
    thread.blocking(|| if unsafe { libc::close(fd) } < 0 { -last_error() } else { 0 })
}

const CHUNK: usize = 8 << 10;
const LARGEST: usize = 1 << 20;

/// Array, start and length of a transfer, checked.
fn range(thread: &JavaThread, args: Args) -> JResult<(usize, usize)> {
    let array = non_null(thread, args.reference(1))?;
    let (from, length) = (args.int(2), args.int(3));
    if from < 0 || length < 0 || from as u32 as u64 + length as u32 as u64 > u64::from(array.length()) {
        return Err(thread.throw_bare("java/lang/IndexOutOfBoundsException"));
    }
    Ok((from as usize, length as usize))
}

/// Data goes through a buffer of the host: the array may move while the call blocks.
fn with_buffer<R>(length: usize, f: impl FnOnce(&mut [u8]) -> R) -> R {
    if length <= CHUNK {
        let mut buffer = [0u8; CHUNK];
        return f(&mut buffer[..length]);
    }
    f(&mut vec![0u8; length.min(LARGEST)])
}

fn read(thread: &JavaThread, args: Args) -> JResult<i32> {
    let fd = args.int(0);
    let (from, length) = range(thread, args)?;
    Ok(with_buffer(length, |buffer| {
        // SAFETY: the buffer is writable for its length.
        let got =
            call64(thread, || unsafe { libc::read(fd, buffer.as_mut_ptr().cast(), buffer.len()) } as i64);
        if got > 0 {
            // SAFETY: a byte[] by the descriptor; nothing allocates while the slice lives.
            let target = unsafe { args.reference(1).slice_mut::<u8>() };
            target[from..from + got as usize].copy_from_slice(&buffer[..got as usize]);
        }
        got as i32
    }))
}

fn write(thread: &JavaThread, args: Args) -> JResult<i32> {
    let fd = args.int(0);
    let (from, length) = range(thread, args)?;
    Ok(with_buffer(length, |buffer| {
        // SAFETY: a byte[] by the descriptor; nothing allocates while the slice lives.
        let source = unsafe { args.reference(1).slice::<u8>() };
        buffer.copy_from_slice(&source[from..from + buffer.len()]);
        // SAFETY: the buffer is readable for its length.
        call64(thread, || unsafe { libc::write(fd, buffer.as_ptr().cast(), buffer.len()) } as i64) as i32
    }))
}

fn seek(thread: &JavaThread, args: Args) -> i64 {
    let (fd, offset) = (args.int(0), args.long(1));
    let whence = match args.int(2) {
        0 => libc::SEEK_SET,
        1 => libc::SEEK_CUR,
        _ => libc::SEEK_END,
    };
    // SAFETY: plain numbers.
    call64(thread, || unsafe { libc::lseek(fd, offset, whence) })
}

/// Fills an array from getrandom(2).
fn random(thread: &JavaThread, args: Args) -> JResult<()> {
    let array = non_null(thread, args.reference(0))?;
    // SAFETY: a byte[] by the descriptor; nothing allocates while the slice lives.
    let bytes = unsafe { array.slice_mut::<u8>() };
    let mut done = 0;
    while done < bytes.len() {
        let rest = &mut bytes[done..];
        // SAFETY: the slice is writable for its length.
        let got = unsafe { libc::getrandom(rest.as_mut_ptr().cast(), rest.len(), 0) };
        if got > 0 {
            done += got as usize;
        } else if last_error() != libc::EINTR {
            return Err(thread.throw("java/lang/InternalError", "getrandom failed"));
        }
    }
    Ok(())
}

/// Switches a terminal's echo; 1 if it was on.
fn set_echo(_: &JavaThread, args: Args) -> i32 {
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut mode: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: fills the structure given.
    if unsafe { libc::tcgetattr(args.int(0), &mut mode) } < 0 {
        return -last_error();
    }
    let before = mode.c_lflag & libc::ECHO != 0;
    mode.c_lflag = if args.boolean(1) { mode.c_lflag | libc::ECHO } else { mode.c_lflag & !libc::ECHO };
    // SAFETY: reads the structure given.
    if unsafe { libc::tcsetattr(args.int(0), libc::TCSAFLUSH, &mode) } < 0 {
        return -last_error();
    }
    i32::from(before)
}

fn blank_stat() -> libc::stat {
    // SAFETY: all zeros is a valid value of this plain structure.
    unsafe { std::mem::zeroed() }
}

fn size(thread: &JavaThread, args: Args) -> i64 {
    let fd = args.int(0);
    let mut out = blank_stat();
    // SAFETY: fills the structure given.
    match call(thread, || unsafe { libc::fstat(fd, &mut out) }) {
        error if error < 0 => i64::from(error),
        _ => out.st_size,
    }
}

fn available(thread: &JavaThread, args: Args) -> i32 {
    let fd = args.int(0);
    let mut out = blank_stat();
    // SAFETY: fills the structure given.
    let known = call(thread, || unsafe { libc::fstat(fd, &mut out) });
    if known < 0 {
        return known;
    }
    if out.st_mode & libc::S_IFMT == libc::S_IFREG {
        // SAFETY: plain numbers.
        let at = unsafe { libc::lseek(fd, 0, libc::SEEK_CUR) };
        return i32::try_from((out.st_size - at.max(0)).max(0)).unwrap_or(i32::MAX);
    }
    let mut count: libc::c_int = 0;
    // SAFETY: fills the number given.
    match call(thread, || unsafe { libc::ioctl(fd, libc::FIONREAD, &mut count) }) {
        error if error < 0 && error != -libc::ENOTTY && error != -libc::EINVAL => error,
        error if error < 0 => 0,
        _ => count,
    }
}

fn put_longs(array: Ref, values: &[i64]) {
    // SAFETY: a long[] by the descriptor; nothing allocates.
    let slots = unsafe { array.slice_mut::<i64>() };
    slots.iter_mut().zip(values).for_each(|(slot, &value)| *slot = value);
}

fn stat(thread: &JavaThread, args: Args) -> JResult<i32> {
    let follow = args.boolean(1);
    let mut out = blank_stat();
    let result = with_path(thread, args.reference(0), |p| {
        // SAFETY: the path ends in 0; fills the structure given.
        unsafe { if follow { libc::stat(p.as_ptr(), &mut out) } else { libc::lstat(p.as_ptr(), &mut out) } }
    })?;
    if result >= 0 {
        put_longs(non_null(thread, args.reference(2))?, &stat_values(&out));
    }
    Ok(result)
}

fn stat_open(thread: &JavaThread, args: Args) -> JResult<i32> {
    let fd = args.int(0);
    let mut out = blank_stat();
    // SAFETY: fills the structure given.
    let result = call(thread, || unsafe { libc::fstat(fd, &mut out) });
    if result >= 0 {
        put_longs(non_null(thread, args.reference(1))?, &stat_values(&out));
    }
    Ok(result)
}

fn stat_values(out: &libc::stat) -> [i64; 9] {
    let nanos = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanos);
    [
        i64::from(out.st_mode),
        out.st_size,
        nanos(out.st_mtime, out.st_mtime_nsec),
        nanos(out.st_atime, out.st_atime_nsec),
        nanos(out.st_ctime, out.st_ctime_nsec),
        out.st_dev as i64,
        out.st_ino as i64,
        i64::from(out.st_uid),
        i64::from(out.st_gid),
    ]
}

fn lock(thread: &JavaThread, args: Args) -> i32 {
    let (fd, start, length) = (args.int(0), args.long(1), args.long(2));
    let kind = match args.int(3) {
        0 => libc::F_RDLCK,
        1 => libc::F_WRLCK,
        _ => libc::F_UNLCK,
    };
    let command = if args.boolean(4) { libc::F_SETLKW } else { libc::F_SETLK };
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut region: libc::flock = unsafe { std::mem::zeroed() };
    region.l_type = kind as libc::c_short;
    region.l_whence = libc::SEEK_SET as libc::c_short;
    region.l_start = start;
    // To the end of the file, however long, is 0.
    region.l_len = if length == i64::MAX { 0 } else { length };
    // SAFETY: the structure is readable.
    call(thread, || unsafe { libc::fcntl(fd, command, &region) })
}

/// Lines of the password or group file, as fields.
fn accounts(group: bool) -> Vec<Vec<String>> {
    let file = std::fs::read_to_string(if group { "/etc/group" } else { "/etc/passwd" }).unwrap_or_default();
    file.lines().map(|line| line.split(':').map(str::to_owned).collect()).collect()
}

fn account_name(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let (id, group) = (args.int(0).to_string(), args.boolean(1));
    let found = thread.blocking(|| accounts(group)).into_iter().find(|a| a.len() > 2 && a[2] == id);
    found.map_or(Ok(Ref::NULL), |account| string::from_text(thread, &account[0]))
}

fn account_number(thread: &JavaThread, args: Args) -> JResult<i32> {
    let (name, group) = (string::text(non_null(thread, args.reference(0))?), args.boolean(1));
    let found = thread.blocking(|| accounts(group)).into_iter().find(|a| a.len() > 2 && a[0] == name);
    Ok(found.and_then(|account| account[2].parse().ok()).unwrap_or(-1))
}

fn set_times(thread: &JavaThread, args: Args, flags: libc::c_int) -> JResult<i32> {
    let time = |nanos: i64| match nanos {
        i64::MIN => libc::timespec { tv_sec: 0, tv_nsec: libc::UTIME_OMIT },
        _ => libc::timespec {
            tv_sec: nanos.div_euclid(1_000_000_000),
            tv_nsec: nanos.rem_euclid(1_000_000_000),
        },
    };
    let times = [time(args.long(1)), time(args.long(2))];
    with_path(thread, args.reference(0), |p| {
        // SAFETY: the path ends in 0; two times are readable.
        unsafe { libc::utimensat(libc::AT_FDCWD, p.as_ptr(), times.as_ptr(), flags) }
    })
}

/// What `f` finds for a path, or null with the error number stored.
fn looked_up<T>(
    thread: &JavaThread,
    args: Args,
    f: impl FnOnce(&std::path::Path) -> io::Result<T>,
    result: impl FnOnce(T) -> JResult<Ref>,
) -> JResult<Ref> {
    let found = match path_of(thread, args.reference(0))? {
        Some(path) => thread.blocking(|| f(std::path::Path::new(OsStr::from_bytes(path.as_bytes())))),
        None => Err(io::Error::from_raw_os_error(libc::ENOENT)),
    };
    match found {
        Ok(found) => result(found),
        Err(error) => {
            let number = error.raw_os_error().unwrap_or(libc::EIO);
            // SAFETY: an int[] by the descriptor; nothing allocates.
            if let Some(slot) = unsafe { non_null(thread, args.reference(1))?.slice_mut::<i32>() }.first_mut()
            {
                *slot = number;
            }
            Ok(Ref::NULL)
        }
    }
}

fn read_link(thread: &JavaThread, args: Args) -> JResult<Ref> {
    looked_up(thread, args, |p| std::fs::read_link(p), |p| string::from_text(thread, &p.to_string_lossy()))
}

fn real_path(thread: &JavaThread, args: Args) -> JResult<Ref> {
    looked_up(thread, args, |p| p.canonicalize(), |p| string::from_text(thread, &p.to_string_lossy()))
}

fn list(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let names = |path: &std::path::Path| -> io::Result<Vec<String>> {
        std::fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    };
    looked_up(thread, args, names, |names| {
        ref_array(thread, vm().known.string(), names.len(), |i| string::from_text(thread, &names[i]))
    })
}

fn space(thread: &JavaThread, args: Args) -> JResult<i32> {
    // SAFETY: all zeros is a valid value of this plain structure.
    let mut out: libc::statvfs = unsafe { std::mem::zeroed() };
    let result = with_path(thread, args.reference(0), |p| {
        // SAFETY: the path ends in 0; fills the structure given.
        unsafe { libc::statvfs(p.as_ptr(), &mut out) }
    })?;
    if result >= 0 {
        let bytes = |blocks: u64| blocks.saturating_mul(out.f_frsize).min(i64::MAX as u64) as i64;
        let values = [bytes(out.f_blocks), bytes(out.f_bfree), bytes(out.f_bavail)];
        put_longs(non_null(thread, args.reference(1))?, &values);
    }
    Ok(result)
}

fn error_text(number: i32) -> String {
    // SAFETY: strerror returns a string that lives until the next call on this thread.
    let text = unsafe { CStr::from_ptr(libc::strerror(number)) };
    text.to_string_lossy().into_owned()
}
