//! Sockets. Each address is read once, checked, and made anew for the host; the host's sockets never block, whatever the guest has asked for.

use super::{Answer, Call, TRANSFER, routes};
use crate::files::{Open, OpenSocket};
use rustix::io::Errno;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::sync::{Arc, Mutex};

/// What the guest may ask of a transfer.
const SENDING: i32 = libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL;
const RECEIVING: i32 = libc::MSG_DONTWAIT | libc::MSG_PEEK | libc::MSG_NOSIGNAL;
/// Longest line of connections that wait to be accepted.
const BACKLOG: i32 = 1024;
/// Largest buffers.
const BUFFER: i32 = 256 << 10;
/// Most messages of strangers that one call throws away.
const STRANGERS: usize = 64;

fn last() -> Errno {
    Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO)
}

fn plain(result: libc::c_int) -> Answer {
    if result < 0 { Err(last()) } else { Ok(result as u64) }
}

/// An address as the host has it.
struct Raw {
    storage: libc::sockaddr_storage,
    length: libc::socklen_t,
}

impl Raw {
    fn blank() -> Self {
        // SAFETY: all zeros is a valid value of this plain structure.
        let storage = unsafe { std::mem::zeroed() };
        Self { storage, length: size_of::<libc::sockaddr_storage>() as libc::socklen_t }
    }

    fn new(address: SocketAddr) -> Self {
        let mut raw = Self::blank();
        let bytes = match address {
            SocketAddr::V4(v4) => {
                let mut bytes = (libc::AF_INET as u16).to_ne_bytes().to_vec();
                bytes.extend(v4.port().to_be_bytes());
                bytes.extend(v4.ip().octets());
                bytes.extend([0; 8]);
                bytes
            }
            SocketAddr::V6(v6) => {
                let mut bytes = (libc::AF_INET6 as u16).to_ne_bytes().to_vec();
                bytes.extend(v6.port().to_be_bytes());
                bytes.extend(v6.flowinfo().to_ne_bytes());
                bytes.extend(v6.ip().octets());
                bytes.extend(v6.scope_id().to_ne_bytes());
                bytes
            }
        };
        raw.length = bytes.len() as libc::socklen_t;
        // SAFETY: the storage is larger than any of the two; any bytes are valid there.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), (&raw mut raw.storage).cast(), bytes.len()) };
        raw
    }

    fn pointer(&self) -> *const libc::sockaddr {
        (&raw const self.storage).cast()
    }

    fn pointer_mut(&mut self) -> *mut libc::sockaddr {
        (&raw mut self.storage).cast()
    }

    fn bytes(&self) -> &[u8] {
        let size = (self.length as usize).min(size_of::<libc::sockaddr_storage>());
        // SAFETY: as long as the storage at most, which was zeroed as a whole.
        unsafe { std::slice::from_raw_parts((&raw const self.storage).cast(), size) }
    }

    fn address(&self) -> Option<SocketAddr> {
        parse(self.bytes()).ok().flatten()
    }
}

/// An address; `None` is none at all (AF_UNSPEC).
fn parse(bytes: &[u8]) -> Result<Option<SocketAddr>, Errno> {
    let family = bytes.first_chunk::<2>().map(|b| i32::from(u16::from_ne_bytes(*b))).ok_or(Errno::INVAL)?;
    let port = || bytes.get(2..4).map(|b| u16::from_be_bytes([b[0], b[1]])).ok_or(Errno::INVAL);
    let word = |at: usize| {
        let part = bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        part.map(u32::from_ne_bytes)
    };
    match family {
        libc::AF_UNSPEC => Ok(None),
        libc::AF_INET if bytes.len() >= 16 => {
            let four = <[u8; 4]>::try_from(&bytes[4..8]).map_err(|_| Errno::INVAL)?;
            Ok(Some((Ipv4Addr::from(four), port()?).into()))
        }
        libc::AF_INET6 if bytes.len() >= 24 => {
            let sixteen = <[u8; 16]>::try_from(&bytes[8..24]).map_err(|_| Errno::INVAL)?;
            let flow = word(4).unwrap_or(0);
            Ok(Some(SocketAddrV6::new(Ipv6Addr::from(sixteen), port()?, flow, word(24).unwrap_or(0)).into()))
        }
        libc::AF_INET | libc::AF_INET6 => Err(Errno::INVAL),
        _ => Err(Errno::AFNOSUPPORT),
    }
}

impl Call<'_> {
    /// The address in the guest's memory.
    fn address(&self, at: u64, length: u64) -> Result<Option<SocketAddr>, Errno> {
        let length = length as u32 as i32;
        let size = usize::try_from(length).ok().filter(|n| *n <= 128).ok_or(Errno::INVAL)?;
        let mut bytes = [0; 128];
        self.get(at, &mut bytes[..size])?;
        parse(&bytes[..size])
    }

    /// Gives an address where there is room for one.
    fn put_address(&self, raw: &Raw, at: u64, length_at: u64) -> Result<(), Errno> {
        if at == 0 {
            return Ok(());
        }
        let mut room = [0; 4];
        self.get(length_at, &mut room)?;
        let room = usize::try_from(i32::from_le_bytes(room)).map_err(|_| Errno::INVAL)?;
        let bytes = raw.bytes();
        self.put(at, &bytes[..bytes.len().min(room)])?;
        self.put(length_at, &(bytes.len() as u32).to_le_bytes())
    }

    fn allow_connect(&self, to: SocketAddr) -> Result<(), Errno> {
        if self.machine.policy.may_connect(to) { Ok(()) } else { Err(Errno::ACCESS) }
    }
}

/// The open socket behind a number.
struct Held(Arc<Open>);

impl Held {
    fn get(call: &Call<'_>) -> Result<Self, Errno> {
        let open = call.machine.files.open.get(call.args[0])?;
        if matches!(*open, Open::Socket(_)) { Ok(Self(open)) } else { Err(Errno::NOTSOCK) }
    }

    fn socket(&self) -> Result<&OpenSocket, Errno> {
        match &*self.0 {
            Open::Socket(socket) => Ok(socket),
            _ => Err(Errno::NOTSOCK),
        }
    }
}

fn own(fd: libc::c_int) -> Result<OwnedFd, Errno> {
    if fd < 0 {
        return Err(last());
    }
    // SAFETY: just made by the host, for nobody else.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

const MADE: i32 = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;

pub(super) fn socket(call: &mut Call<'_>) -> Answer {
    let [family, kind, protocol] = [0, 1, 2].map(|i| call.args[i] as u32 as i32);
    if family == libc::AF_NETLINK {
        return routes::open(call, kind, protocol);
    }
    let stream = match kind & !MADE {
        libc::SOCK_STREAM => true,
        libc::SOCK_DGRAM => false,
        _ => return Err(Errno::ACCESS),
    };
    let usual = if stream { libc::IPPROTO_TCP } else { libc::IPPROTO_UDP };
    if !matches!(family, libc::AF_INET | libc::AF_INET6) || (protocol != 0 && protocol != usual) {
        return Err(Errno::ACCESS);
    }
    // SAFETY: plain numbers.
    let fd = own(unsafe { libc::socket(family, kind | MADE, 0) })?;
    for name in [libc::SO_SNDBUF, libc::SO_RCVBUF].into_iter().filter(|_| stream) {
        // Else the host lets them grow: memory that no limit counts. Those that are accepted have their listener's.
        let (size, length) = (BUFFER / 2, size_of::<i32>() as libc::socklen_t);
        // SAFETY: reads a number.
        unsafe { libc::setsockopt(fd.as_raw_fd(), libc::SOL_SOCKET, name, (&raw const size).cast(), length) };
    }
    call.machine.files.open.add(Open::Socket(OpenSocket { fd, stream, bound: Mutex::new(None) }))
}

pub(super) fn connect(call: &mut Call<'_>) -> Answer {
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let Some(to) = call.address(call.args[1], call.args[2])? else {
        // A connection of messages may be undone, one of bytes not.
        if socket.stream {
            return Err(Errno::INVAL);
        }
        let raw = Raw::blank();
        // SAFETY: an address of no family, readable for its length.
        return plain(unsafe { libc::connect(socket.fd.as_raw_fd(), raw.pointer(), 16) });
    };
    call.allow_connect(to)?;
    let raw = Raw::new(to);
    // SAFETY: an address, readable for its length.
    plain(unsafe { libc::connect(socket.fd.as_raw_fd(), raw.pointer(), raw.length) })
}

/// Where a socket is that was not bound.
const ANYWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);

pub(super) fn bind(call: &mut Call<'_>) -> Answer {
    if let Open::Routes(fd) = &*call.machine.files.open.get(call.args[0])? {
        return routes::bind(call, fd);
    }
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let at = call.address(call.args[1], call.args[2])?.ok_or(Errno::AFNOSUPPORT)?;
    // A port that the host chooses says nothing yet: `listen` and what is received are checked.
    if at.port() != 0 && !call.machine.policy.may_listen(at) {
        return Err(Errno::ACCESS);
    }
    let raw = Raw::new(at);
    let mut bound = socket.bound.lock().unwrap_or_else(|e| e.into_inner());
    // SAFETY: an address, readable for its length.
    let done = plain(unsafe { libc::bind(socket.fd.as_raw_fd(), raw.pointer(), raw.length) })?;
    *bound = Some(at);
    Ok(done)
}

pub(super) fn listen(call: &mut Call<'_>) -> Answer {
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let bound = socket.bound.lock().unwrap_or_else(|e| e.into_inner());
    if !socket.stream {
        return Err(Errno::OPNOTSUPP);
    }
    if !call.machine.policy.may_listen(bound.unwrap_or(ANYWHERE)) {
        return Err(Errno::ACCESS);
    }
    let backlog = (call.args[1] as u32 as i32).clamp(0, BACKLOG);
    // SAFETY: plain numbers.
    plain(unsafe { libc::listen(socket.fd.as_raw_fd(), backlog) })
}

pub(super) fn accept(call: &mut Call<'_>) -> Answer {
    call.args[3] = 0;
    accept4(call)
}

pub(super) fn accept4(call: &mut Call<'_>) -> Answer {
    let [_, at, length_at, flags, ..] = call.args;
    if flags as u32 as i32 & !MADE != 0 {
        return Err(Errno::INVAL);
    }
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let mut raw = Raw::blank();
    // SAFETY: fills the address, which is as long as said.
    let fd = unsafe { libc::accept4(socket.fd.as_raw_fd(), raw.pointer_mut(), &raw mut raw.length, MADE) };
    let fd = own(fd)?;
    let open = &call.machine.files.open;
    let number = open.add(Open::Socket(OpenSocket { fd, stream: true, bound: Mutex::new(None) }))?;
    if let Err(error) = call.put_address(&raw, at, length_at) {
        let _ = open.close(number);
        return Err(error);
    }
    Ok(number)
}

fn host_send(socket: &OpenSocket, bytes: &[u8], to: Option<&Raw>) -> Answer {
    let (at, length) = to.map_or((std::ptr::null(), 0), |to| (to.pointer(), to.length));
    // SAFETY: reads the bytes and the address given.
    let sent = unsafe {
        libc::sendto(socket.fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len(), SENDING, at, length)
    };
    if sent < 0 { Err(last()) } else { Ok(sent as u64) }
}

/// Receives; what comes from strangers to a socket that nobody may reach is thrown away. Who sent it.
fn host_receive(
    call: &Call<'_>,
    socket: &OpenSocket,
    bytes: &mut [u8],
    peek: bool,
) -> Result<(u64, Raw), Errno> {
    let policy = &call.machine.policy;
    let bound = *socket.bound.lock().unwrap_or_else(|e| e.into_inner());
    let open = socket.stream || bound.is_some_and(|at| policy.may_listen(at));
    for _ in 0..STRANGERS {
        let mut from = Raw::blank();
        let flags = libc::MSG_DONTWAIT | if peek { libc::MSG_PEEK } else { 0 };
        // SAFETY: fills the bytes and the address given.
        let got = unsafe {
            libc::recvfrom(
                socket.fd.as_raw_fd(),
                bytes.as_mut_ptr().cast(),
                bytes.len(),
                flags,
                from.pointer_mut(),
                &raw mut from.length,
            )
        };
        if got < 0 {
            return Err(last());
        }
        if open || from.address().is_some_and(|from| policy.may_connect(from)) {
            return Ok((got as u64, from));
        }
        bytes.fill(0);
        if peek {
            // SAFETY: nothing is stored.
            unsafe {
                libc::recv(socket.fd.as_raw_fd(), std::ptr::null_mut(), 0, libc::MSG_DONTWAIT);
            }
        }
    }
    Err(Errno::AGAIN)
}

/// For `write`.
pub(super) fn write(socket: &OpenSocket, bytes: &[u8]) -> Answer {
    host_send(socket, bytes, None)
}

/// For `read`.
pub(super) fn read(call: &Call<'_>, socket: &OpenSocket, bytes: &mut [u8]) -> Answer {
    Ok(host_receive(call, socket, bytes, false)?.0)
}

fn size(asked: u64) -> usize {
    usize::try_from(asked).unwrap_or(usize::MAX).min(TRANSFER)
}

pub(super) fn send_to(call: &mut Call<'_>) -> Answer {
    let [_, address, asked, flags, at, length] = call.args;
    // Others would connect, or send what is not checked.
    if flags as u32 as i32 & !SENDING != 0 {
        return Err(Errno::OPNOTSUPP);
    }
    if let Open::Routes(fd) = &*call.machine.files.open.get(call.args[0])? {
        return routes::send(call, fd);
    }
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let to = if at == 0 || socket.stream { None } else { call.address(at, length)? };
    if let Some(to) = to {
        call.allow_connect(to)?;
    }
    let mut bytes = vec![0; size(asked)];
    call.get(address, &mut bytes)?;
    host_send(socket, &bytes, to.map(Raw::new).as_ref())
}

pub(super) fn receive_from(call: &mut Call<'_>) -> Answer {
    let [_, address, asked, flags, at, length_at] = call.args;
    let flags = flags as u32 as i32;
    if flags & !RECEIVING != 0 {
        return Err(Errno::OPNOTSUPP);
    }
    let held = Held::get(call)?;
    let socket = held.socket()?;
    let mut bytes = vec![0; size(asked)];
    let (got, mut from) = host_receive(call, socket, &mut bytes, flags & libc::MSG_PEEK != 0)?;
    call.put(address, &bytes[..(got as usize).min(bytes.len())])?;
    if socket.stream {
        from.length = 0;
    }
    call.put_address(&from, at, length_at)?;
    Ok(got)
}

pub(super) fn shutdown(call: &mut Call<'_>) -> Answer {
    let held = Held::get(call)?;
    // SAFETY: plain numbers.
    plain(unsafe { libc::shutdown(held.socket()?.fd.as_raw_fd(), call.args[1] as u32 as i32) })
}

fn name(call: &Call<'_>, remote: bool) -> Answer {
    let [_, at, length_at, ..] = call.args;
    let open = call.machine.files.open.get(call.args[0])?;
    let fd = match &*open {
        Open::Socket(socket) => socket.fd.as_raw_fd(),
        Open::Routes(fd) if !remote => fd.as_raw_fd(),
        _ => return Err(Errno::NOTSOCK),
    };
    let mut raw = Raw::blank();
    let (pointer, length) = (raw.pointer_mut(), &raw mut raw.length);
    // SAFETY: both fill the address, which is as long as said.
    plain(unsafe {
        if remote { libc::getpeername(fd, pointer, length) } else { libc::getsockname(fd, pointer, length) }
    })?;
    if at == 0 {
        return Err(Errno::FAULT);
    }
    call.put_address(&raw, at, length_at)?;
    Ok(0)
}

pub(super) fn own_name(call: &mut Call<'_>) -> Answer {
    name(call, false)
}

pub(super) fn peer_name(call: &mut Call<'_>) -> Answer {
    name(call, true)
}

/// Who may set an option.
#[derive(PartialEq, Eq)]
enum Setting {
    Free,
    /// Only with all of the network: it reaches beyond the socket.
    WithAll,
    /// It can be asked for only.
    ToAsk,
}

fn option(level: i32, name: i32) -> Result<Setting, Errno> {
    Ok(match (level, name) {
        (
            libc::SOL_SOCKET,
            libc::SO_REUSEADDR
            | libc::SO_BROADCAST
            | libc::SO_SNDBUF
            | libc::SO_RCVBUF
            | libc::SO_KEEPALIVE
            | libc::SO_OOBINLINE
            | libc::SO_LINGER,
        )
        | (libc::IPPROTO_TCP, libc::TCP_NODELAY)
        | (libc::IPPROTO_IP, libc::IP_TOS | libc::IP_MULTICAST_TTL | libc::IP_MULTICAST_LOOP)
        | (
            libc::IPPROTO_IPV6,
            libc::IPV6_V6ONLY | libc::IPV6_TCLASS | libc::IPV6_MULTICAST_HOPS | libc::IPV6_MULTICAST_LOOP,
        ) => Setting::Free,
        (libc::SOL_SOCKET, libc::SO_REUSEPORT)
        | (libc::IPPROTO_IP, libc::IP_MULTICAST_IF | libc::IP_ADD_MEMBERSHIP | libc::IP_DROP_MEMBERSHIP)
        | (
            libc::IPPROTO_IPV6,
            libc::IPV6_MULTICAST_IF | libc::IPV6_ADD_MEMBERSHIP | libc::IPV6_DROP_MEMBERSHIP,
        ) => Setting::WithAll,
        (libc::SOL_SOCKET, libc::SO_ERROR | libc::SO_TYPE | libc::SO_ACCEPTCONN) => Setting::ToAsk,
        _ => return Err(Errno::NOPROTOOPT),
    })
}

pub(super) fn set_option(call: &mut Call<'_>) -> Answer {
    let [_, level, name, at, length, _] = call.args;
    let (level, name) = (level as u32 as i32, name as u32 as i32);
    match option(level, name)? {
        Setting::Free => {}
        Setting::WithAll if call.machine.policy.all_net() => {}
        Setting::WithAll => return Err(Errno::ACCESS),
        Setting::ToAsk => return Err(Errno::NOPROTOOPT),
    }
    let held = Held::get(call)?;
    let size = usize::try_from(length as u32 as i32).ok().filter(|n| *n <= 32).ok_or(Errno::INVAL)?;
    let mut bytes = [0u8; 32];
    call.get(at, &mut bytes[..size])?;
    if level == libc::SOL_SOCKET && matches!(name, libc::SO_SNDBUF | libc::SO_RCVBUF) && size >= 4 {
        let wanted = i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        bytes[..4].copy_from_slice(&wanted.clamp(0, BUFFER).to_le_bytes());
    }
    if (level, name) == (libc::SOL_SOCKET, libc::SO_LINGER) && size >= 8 {
        // Closing waits as long: not for ever.
        let seconds = i32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]);
        bytes[4..8].copy_from_slice(&seconds.clamp(0, 60).to_le_bytes());
    }
    let fd = held.socket()?.fd.as_raw_fd();
    // SAFETY: reads so many of the bytes.
    plain(unsafe { libc::setsockopt(fd, level, name, bytes.as_ptr().cast(), size as libc::socklen_t) })
}

pub(super) fn get_option(call: &mut Call<'_>) -> Answer {
    let [_, level, name, at, length_at, _] = call.args;
    let (level, name) = (level as u32 as i32, name as u32 as i32);
    option(level, name)?;
    let held = Held::get(call)?;
    let mut room = [0; 4];
    call.get(length_at, &mut room)?;
    let room = usize::try_from(i32::from_le_bytes(room)).map_err(|_| Errno::INVAL)?;
    let mut bytes = [0u8; 32];
    let mut length = room.min(bytes.len()) as libc::socklen_t;
    let fd = held.socket()?.fd.as_raw_fd();
    // SAFETY: fills so many of the bytes.
    plain(unsafe { libc::getsockopt(fd, level, name, bytes.as_mut_ptr().cast(), &raw mut length) })?;
    call.put(at, &bytes[..length as usize])?;
    call.put(length_at, &length.to_le_bytes())?;
    Ok(0)
}

pub(super) fn pipe(call: &mut Call<'_>) -> Answer {
    let [at, flags, ..] = call.args;
    let flags = flags as u32 as i32;
    // One that blocks would hold up a thread of the host.
    if flags & !(libc::O_CLOEXEC | libc::O_NONBLOCK) != 0 || flags & libc::O_NONBLOCK == 0 {
        return Err(Errno::INVAL);
    }
    let mut ends = [0; 2];
    // SAFETY: fills the two numbers.
    plain(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) })?;
    let (reader, writer) = (own(ends[0])?, own(ends[1])?);
    let open = &call.machine.files.open;
    let first = open.add(Open::Pipe { fd: reader, write: false })?;
    let second = match open.add(Open::Pipe { fd: writer, write: true }) {
        Ok(second) => second,
        Err(error) => {
            let _ = open.close(first);
            return Err(error);
        }
    };
    let numbers = [(first as u32).to_le_bytes(), (second as u32).to_le_bytes()].concat();
    if let Err(error) = call.put(at, &numbers) {
        let _ = (open.close(first), open.close(second));
        return Err(error);
    }
    Ok(0)
}
