//! `rvm.internal.net.HostSocket`: sockets and pipes of the host. Results are values of 0 or more, or negative error numbers.
//!
//! All of them are used without blocking in the call itself: who wants to wait polls first.

use super::support::non_null;
use rvm_vm::natives::Args;
use rvm_vm::object::Ref;
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};
use std::io;
use std::mem::size_of;
use std::time::{Duration, Instant};

natives! {
    pub(super) TABLE;
    "rvm/internal/net/HostSocket" {
        open "(ZZ)I" = open;
        bind "(I[BII)I" = |t: &JavaThread, a: Args| {
            let (fd, address) = (a.int(0), address(t, a)?);
            // SAFETY: the address is readable.
            JResult::<i32>::Ok(result(unsafe { libc::bind(fd, address.pointer(), address.length) }))
        };
        connect "(I[BII)I" = |t: &JavaThread, a: Args| {
            let (fd, address) = (a.int(0), address(t, a)?);
            // SAFETY: the address is readable.
            JResult::<i32>::Ok(result(unsafe { libc::connect(fd, address.pointer(), address.length) }))
        };
        disconnect "(I)I" = |_: &JavaThread, a: Args| {
            let mut address = Address::blank();
            address.length = size_of::<libc::sa_family_t>() as libc::socklen_t;
            // SAFETY: the address is readable; its family is AF_UNSPEC.
            result(unsafe { libc::connect(a.int(0), address.pointer(), address.length) })
        };
        listen "(II)I" = |_: &JavaThread, a: Args| {
            // SAFETY: plain numbers.
            result(unsafe { libc::listen(a.int(0), a.int(1)) })
        };
        accept "(I[B)I" = accept;
        name "(IZ[B)I" = name;
        receive "(I[BIIZ[B)I" = receive;
        send "(I[BII[BII)I" = send;
        shutdown "(II)I" = |_: &JavaThread, a: Args| {
            // SAFETY: plain numbers.
            result(unsafe { libc::shutdown(a.int(0), a.int(1)) })
        };
        poll "([I[I[II)I" = poll;
        option "(III)I" = get_option;
        setOption "(IIII)I" = set_option;
        setLinger "(II)I" = set_linger;
        member "(I[BIZ)I" = member;
        pipe "([I)I" = |t: &JavaThread, a: Args| {
            let mut ends = [0; 2];
            // SAFETY: fills the two numbers.
            let made = result(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) });
            put_two(t, a.reference(0), ends)?;
            JResult::<i32>::Ok(made)
        };
    }
}

fn result(value: libc::c_int) -> i32 {
    if value >= 0 { value } else { -io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) }
}

fn put_two(thread: &JavaThread, array: Ref, values: [i32; 2]) -> JResult<()> {
    let array = non_null(thread, array)?;
    // SAFETY: an int[] by the descriptor; nothing allocates.
    unsafe { array.slice_mut::<i32>() }.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
    Ok(())
}

/// An address as the host has it.
struct Address {
    storage: libc::sockaddr_storage,
    length: libc::socklen_t,
}

impl Address {
    fn blank() -> Self {
        // SAFETY: all zeros is a valid value of this plain structure.
        let storage = unsafe { std::mem::zeroed() };
        Self { storage, length: size_of::<libc::sockaddr_storage>() as libc::socklen_t }
    }

    fn pointer(&self) -> *const libc::sockaddr {
        (&raw const self.storage).cast()
    }

    fn pointer_mut(&mut self) -> *mut libc::sockaddr {
        (&raw mut self.storage).cast()
    }

    /// Of 4 or 16 bytes, a port and a scope.
    fn new(bytes: &[u8], port: u16, scope: u32) -> Option<Self> {
        let mut address = Self::blank();
        if let Ok(four) = <[u8; 4]>::try_from(bytes) {
            let at = (&raw mut address.storage).cast::<libc::sockaddr_in>();
            // SAFETY: the storage is large and aligned enough for this family's structure; zeros are valid.
            let v4 = unsafe { &mut *at };
            v4.sin_family = libc::AF_INET as libc::sa_family_t;
            v4.sin_port = port.to_be();
            v4.sin_addr.s_addr = u32::from_ne_bytes(four);
            address.length = size_of::<libc::sockaddr_in>() as libc::socklen_t;
        } else {
            let sixteen = <[u8; 16]>::try_from(bytes).ok()?;
            let at = (&raw mut address.storage).cast::<libc::sockaddr_in6>();
            // SAFETY: as above.
            let v6 = unsafe { &mut *at };
            v6.sin6_family = libc::AF_INET6 as libc::sa_family_t;
            v6.sin6_port = port.to_be();
            v6.sin6_addr.s6_addr = sixteen;
            v6.sin6_scope_id = scope;
            address.length = size_of::<libc::sockaddr_in6>() as libc::socklen_t;
        }
        Some(address)
    }

    /// Two bytes of port, then 4 or 16 of address, then with 16 four of scope; empty if it is of no such family.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match libc::c_int::from(self.storage.ss_family) {
            libc::AF_INET => {
                // SAFETY: the storage holds this family's structure.
                let v4 = unsafe { &*(&raw const self.storage).cast::<libc::sockaddr_in>() };
                bytes.extend(u16::from_be(v4.sin_port).to_be_bytes());
                bytes.extend(v4.sin_addr.s_addr.to_ne_bytes());
            }
            libc::AF_INET6 => {
                // SAFETY: the storage holds this family's structure.
                let v6 = unsafe { &*(&raw const self.storage).cast::<libc::sockaddr_in6>() };
                bytes.extend(u16::from_be(v6.sin6_port).to_be_bytes());
                bytes.extend(v6.sin6_addr.s6_addr);
                bytes.extend(v6.sin6_scope_id.to_be_bytes());
            }
            _ => {}
        }
        bytes
    }

    /// Stores a length and the bytes into a byte[] of at least 23 elements.
    fn store(&self, thread: &JavaThread, array: Ref) -> JResult<()> {
        let Some(array) = array.non_null() else { return Ok(()) };
        let bytes = self.to_bytes();
        // SAFETY: a byte[] by the descriptor; nothing allocates.
        let slots = unsafe { array.slice_mut::<u8>() };
        if slots.len() <= bytes.len() {
            return Err(thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException"));
        }
        slots[0] = bytes.len() as u8;
        slots[1..=bytes.len()].copy_from_slice(&bytes);
        Ok(())
    }
}

/// Arguments 1 to 3: bytes, port, scope.
fn address(thread: &JavaThread, args: Args) -> JResult<Address> {
    address_at(thread, args, 1)
}

fn address_at(thread: &JavaThread, args: Args, first: usize) -> JResult<Address> {
    let bytes = non_null(thread, args.reference(first))?;
    // SAFETY: a byte[] by the descriptor; nothing allocates meanwhile.
    let made =
        Address::new(unsafe { bytes.slice::<u8>() }, args.int(first + 1) as u16, args.int(first + 2) as u32);
    made.ok_or_else(|| thread.throw("java/lang/IllegalArgumentException", "an address of another length"))
}

/// Whether for six, whether a stream.
fn open(_: &JavaThread, args: Args) -> i32 {
    let family = if args.boolean(0) { libc::AF_INET6 } else { libc::AF_INET };
    let kind = if args.boolean(1) { libc::SOCK_STREAM } else { libc::SOCK_DGRAM };
    // SAFETY: plain numbers.
    let fd = result(unsafe { libc::socket(family, kind | libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK, 0) });
    if fd == -libc::ENOSYS {
        // Behind a wall of seccomp, without a grant.
        return -libc::EACCES;
    }
    if fd >= 0 && family == libc::AF_INET6 {
        let off: libc::c_int = 0;
        let length = size_of::<libc::c_int>() as libc::socklen_t;
        // SAFETY: the number is readable. Where it fails the socket serves one family only.
        unsafe {
            libc::setsockopt(fd, libc::IPPROTO_IPV6, libc::IPV6_V6ONLY, (&raw const off).cast(), length)
        };
    }
    fd
}

fn accept(thread: &JavaThread, args: Args) -> JResult<i32> {
    let mut from = Address::blank();
    let flags = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
    // SAFETY: fills the address, which is as long as said.
    let fd = result(unsafe { libc::accept4(args.int(0), from.pointer_mut(), &raw mut from.length, flags) });
    if fd >= 0 {
        from.store(thread, args.reference(1))?;
    }
    Ok(fd)
}

/// The socket's own address, or (true) the other side's.
fn name(thread: &JavaThread, args: Args) -> JResult<i32> {
    let mut name = Address::blank();
    let (fd, at, length) = (args.int(0), name.pointer_mut(), &raw mut name.length);
    // SAFETY: both fill the address, which is as long as said.
    let done = result(unsafe {
        if args.boolean(1) { libc::getpeername(fd, at, length) } else { libc::getsockname(fd, at, length) }
    });
    if done >= 0 {
        name.store(thread, args.reference(2))?;
    }
    Ok(done)
}

/// The part of a byte[] that arguments `first` to `first + 2` name.
fn part(thread: &JavaThread, args: Args, first: usize) -> JResult<&'static mut [u8]> {
    let array = non_null(thread, args.reference(first))?;
    let (from, length) = (args.int(first + 1), args.int(first + 2));
    // SAFETY: a byte[] by the descriptor; callers use it before anything allocates.
    let bytes = unsafe { array.slice_mut::<u8>() };
    let range = usize::try_from(from).ok().zip(usize::try_from(length).ok());
    range
        .and_then(|(from, length)| bytes.get_mut(from..from.checked_add(length)?))
        .ok_or_else(|| thread.throw_bare("java/lang/IndexOutOfBoundsException"))
}

fn receive(thread: &JavaThread, args: Args) -> JResult<i32> {
    let mut from = Address::blank();
    let bytes = part(thread, args, 1)?;
    let flags = libc::MSG_DONTWAIT | if args.boolean(4) { libc::MSG_PEEK } else { 0 };
    // SAFETY: fills the bytes and the address given. It does not wait, so the collector may wait for us.
    let n = unsafe {
        let (at, length) = (bytes.as_mut_ptr().cast(), bytes.len());
        libc::recvfrom(args.int(0), at, length, flags, from.pointer_mut(), &raw mut from.length)
    };
    if n < 0 {
        return Ok(result(-1));
    }
    if from.length > 0 {
        from.store(thread, args.reference(5))?;
    }
    Ok(n as i32)
}

fn send(thread: &JavaThread, args: Args) -> JResult<i32> {
    let to = match args.reference(4).non_null() {
        Some(_) => Some(address_at(thread, args, 4)?),
        None => None,
    };
    let bytes = part(thread, args, 1)?;
    let flags = libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL;
    let (at, length) = to.as_ref().map_or((std::ptr::null(), 0), |to| (to.pointer(), to.length));
    // SAFETY: reads the bytes and the address given. It does not wait.
    let n = unsafe { libc::sendto(args.int(0), bytes.as_ptr().cast(), bytes.len(), flags, at, length) };
    Ok(if n < 0 { result(-1) } else { n as i32 })
}

/// Waits until one of the files is ready: how many are. Bits: 1 readable, 4 writable, 8 error, 16 the other side is gone.
fn poll(thread: &JavaThread, args: Args) -> JResult<i32> {
    let (files, wanted, ready) = (
        non_null(thread, args.reference(0))?,
        non_null(thread, args.reference(1))?,
        non_null(thread, args.reference(2))?,
    );
    // SAFETY: int[]s by the descriptor, copied before anything allocates.
    let mut entries: Vec<libc::pollfd> = unsafe { files.slice::<i32>().iter().zip(wanted.slice::<i32>()) }
        .map(|(&fd, &events)| libc::pollfd { fd, events: events as i16, revents: 0 })
        .collect();
    if (ready.length() as usize) < entries.len() {
        return Err(thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException"));
    }
    let timeout = args.int(3);
    let count = thread.blocking(|| wait(&mut entries, timeout));
    let ready = non_null(thread, args.reference(2))?;
    // SAFETY: an int[] by the descriptor; nothing allocates.
    let slots = unsafe { ready.slice_mut::<i32>() };
    slots.iter_mut().zip(&entries).for_each(|(slot, entry)| *slot = i32::from(entry.revents));
    Ok(count)
}

fn wait(entries: &mut [libc::pollfd], timeout: i32) -> i32 {
    let end = u64::try_from(timeout).ok().map(|ms| Instant::now() + Duration::from_millis(ms));
    let mut left = timeout;
    loop {
        // SAFETY: fills the entries given.
        let count = result(unsafe { libc::poll(entries.as_mut_ptr(), entries.len() as libc::nfds_t, left) });
        if count != -libc::EINTR {
            return count;
        }
        if let Some(end) = end {
            left = end.saturating_duration_since(Instant::now()).as_millis() as i32;
        }
    }
}

fn get_option(_: &JavaThread, args: Args) -> i32 {
    let mut value: libc::c_int = 0;
    let mut length = size_of::<libc::c_int>() as libc::socklen_t;
    if (args.int(1), args.int(2)) == (libc::SOL_SOCKET, libc::SO_LINGER) {
        let mut linger = libc::linger { l_onoff: 0, l_linger: 0 };
        let mut length = size_of::<libc::linger>() as libc::socklen_t;
        // SAFETY: fills the structure, which is as long as said.
        let done = result(unsafe {
            libc::getsockopt(args.int(0), args.int(1), args.int(2), (&raw mut linger).cast(), &mut length)
        });
        // One more than the seconds, for 0 says that it is off.
        return if done < 0 || linger.l_onoff == 0 { done } else { linger.l_linger + 1 };
    }
    // SAFETY: fills the number, which is as long as said.
    let done = result(unsafe {
        libc::getsockopt(args.int(0), args.int(1), args.int(2), (&raw mut value).cast(), &mut length)
    });
    if done < 0 { done } else { value }
}

fn set_option(_: &JavaThread, args: Args) -> i32 {
    let value: libc::c_int = args.int(3);
    if (args.int(1), args.int(2)) == (libc::IPPROTO_IP, libc::IP_MULTICAST_IF) {
        let none = libc::in_addr { s_addr: 0 };
        let request = libc::ip_mreqn { imr_multiaddr: none, imr_address: none, imr_ifindex: value };
        let length = size_of::<libc::ip_mreqn>() as libc::socklen_t;
        // SAFETY: the structure is readable.
        return result(unsafe {
            libc::setsockopt(args.int(0), args.int(1), args.int(2), (&raw const request).cast(), length)
        });
    }
    let length = size_of::<libc::c_int>() as libc::socklen_t;
    // SAFETY: the number is readable.
    result(unsafe {
        libc::setsockopt(args.int(0), args.int(1), args.int(2), (&raw const value).cast(), length)
    })
}

fn set_linger(_: &JavaThread, args: Args) -> i32 {
    let seconds = args.int(1);
    let linger = libc::linger { l_onoff: i32::from(seconds >= 0), l_linger: seconds.max(0) };
    let length = size_of::<libc::linger>() as libc::socklen_t;
    // SAFETY: the structure is readable.
    result(unsafe {
        libc::setsockopt(args.int(0), libc::SOL_SOCKET, libc::SO_LINGER, (&raw const linger).cast(), length)
    })
}

/// Joins a group of receivers at an interface (its number, 0 for any), or leaves it.
fn member(thread: &JavaThread, args: Args) -> JResult<i32> {
    let group = non_null(thread, args.reference(1))?;
    // SAFETY: a byte[] by the descriptor; nothing allocates meanwhile.
    let bytes = unsafe { group.slice::<u8>() };
    let (fd, index, join) = (args.int(0), args.int(2), args.boolean(3));
    Ok(if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        let request = libc::ip_mreqn {
            imr_multiaddr: libc::in_addr { s_addr: u32::from_ne_bytes(four) },
            imr_address: libc::in_addr { s_addr: 0 },
            imr_ifindex: index,
        };
        let option = if join { libc::IP_ADD_MEMBERSHIP } else { libc::IP_DROP_MEMBERSHIP };
        let length = size_of::<libc::ip_mreqn>() as libc::socklen_t;
        // SAFETY: the structure is readable.
        result(unsafe { libc::setsockopt(fd, libc::IPPROTO_IP, option, (&raw const request).cast(), length) })
    } else if let Ok(sixteen) = <[u8; 16]>::try_from(bytes) {
        let request = libc::ipv6_mreq {
            ipv6mr_multiaddr: libc::in6_addr { s6_addr: sixteen },
            ipv6mr_interface: index as u32,
        };
        let option = if join { libc::IPV6_ADD_MEMBERSHIP } else { libc::IPV6_DROP_MEMBERSHIP };
        let length = size_of::<libc::ipv6_mreq>() as libc::socklen_t;
        // SAFETY: the structure is readable.
        result(unsafe {
            libc::setsockopt(fd, libc::IPPROTO_IPV6, option, (&raw const request).cast(), length)
        })
    } else {
        -libc::EINVAL
    })
}
